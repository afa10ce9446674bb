"""The style that a page is sent: nothing that it does not use, and nothing changed."""

import pytest

from publication.finish.style import used_by

EVERYTHING = '<p class="a b c"><a href="/x/">x</a></p>'


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a { color: red; }\n\n.b  .c { margin: 0 auto }", "a{color:red}.b .c{margin:0 auto}"),
        ("a{b:c} /* { a comment } */ .b{c:d}", "a{b:c}.b{c:d}"),
        (".a/* nothing */.b { c: d }", ".a.b{c:d}"),
        ('a { content: " { ; } /* x */  " }', 'a{content:" { ; } /* x */  "}'),
        (r"a { content: '\' }' }", r"a{content:'\' }'}"),
        ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
        (".a :where(.b) { c: d } .a:hover{c:d}", ".a :where(.b){c:d}.a:hover{c:d}"),
        ("a, .b > .c + p { c: d , e }", "a,.b>.c + p{c:d,e}"),
        ("@media (min-width: 60em) and print { a { b: c } }", "@media (min-width:60em) and print{a{b:c}}"),
        ("@layer x, y;\n@layer x { a { b: c } }", "@layer x,y;@layer x{a{b:c}}"),
        ("@page { margin: 1cm }", "@page{margin:1cm}"),
        ("a { b: c !important }", "a{b:c !important}"),
        ("a { & .b { c: d } }", "a{& .b{c:d}}"),
    ],
)
def test_only_the_space_and_the_comments_that_mean_nothing_are_left_out(written, sent):
    assert sent == used_by(written, EVERYTHING)


@pytest.mark.parametrize(
    ("style", "body", "sent"),
    [
        ("p{a:b}q{a:b}", "<p>q</p>", "p{a:b}"),
        ("p,q{a:b}", "<p>", "p{a:b}"),
        (".x{a:b}.y{a:b}", '<p class="z x">', ".x{a:b}"),
        ("x{a:b}", '<p class="x">', ""),
        (".x q{a:b}", '<p class="x">', ""),
        ("@media print{.x{a:b}}p{a:b}", "<p>", "p{a:b}"),
        ("p:not(.x){a:b}", "<p>", "p:not(.x){a:b}"),
        (":is(q,p) p,:is(q,.x) p,p:where(:is(q)){a:b}", "<p>", ":is(q,p) p{a:b}"),
        ("p:has(+ .x),p:has(+ :not(.x)),p:not(:has(.y)){a:b}", "<p>", "p:has(+ :not(.x)),p:not(:has(.y)){a:b}"),
        ("p:has(:checked),p:is([open],.x){a:b}", "<p>", "p:has(:checked),p:is([open],.x){a:b}"),
        ("p[open],p[x=q]::before{a:b}", "<p>", "p[open],p[x=q]::before{a:b}"),
        (".x:not(.y, .z) q{a:b}", '<p class="x">', ""),
        ("html,body,*,:root,:focus{a:b}", "", "html,body,*,:root,:focus{a:b}"),
        ("h1{a:b}h2{a:b}", "<h2>", "h2{a:b}"),
        (":root{--x:1;--y:var(--z);--z:2}p{a:var(--x)}q{a:var(--y)}", "<p>", ":root{--x:1;--z:2}p{a:var(--x)}"),
        (":root{--x:1;--y:'};'}q{a:var(--y)}", "<q>", ":root{--y:'};'}q{a:var(--y)}"),
    ],
)
def test_only_the_rules_whose_elements_and_classes_stand_in_the_page_are_sent(style, body, sent):
    assert sent == used_by(style, body)
