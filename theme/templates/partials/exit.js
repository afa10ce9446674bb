{% if site.exit_link %}
{% set script %}{% include "js/exit.js" %}{% endset %}
{% for line in script.splitlines() %}{{ line|trim }}{% endfor %}
{% endif %}
