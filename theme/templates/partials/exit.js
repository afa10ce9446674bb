{% if site.exit_link %}{% filter shortened %}{% include "js/exit.js" %}{% endfilter %}{% endif %}
