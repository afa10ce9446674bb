{% filter replace("  ", "") %}{% include "js/exit.js" %}{% endfilter %}
