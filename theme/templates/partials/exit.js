{# d document, q finds, p what is said, w its words, n presses of Shift, o only that key, t patience, s says, l leaves. #}
{% if site.exit_link %}{% filter replace("\n", "") %}{% include "js/exit.js" %}{% endfilter %}{% endif %}
