"""The script of a page is short in space and names, and otherwise the one that was written."""

from building.script import shortened


def test_space_that_means_nothing_goes_and_what_stands_in_quotation_marks_stays():
    assert 'f("a  = b");return 1' == shortened('f("a  = b");\n  return 1')


def test_its_own_names_become_letters_and_those_of_others_stay():
    script = 'let says = look(".says"), count; says.count = 1; count = event => event.key; (one, other = "") => one'

    assert 'let a=look(".says"),b;a.count=1;b=c=>c.key;(d,e="")=>d' == shortened(script)
