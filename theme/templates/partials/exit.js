{% if site.exit_link %}{% filter replace("  ", "") %}{% include "js/exit.js" %}{% endfilter %}{% endif %}
