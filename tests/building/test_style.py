"""The style that a page is sent: nothing that it does not use, and nothing changed."""

import re

import pytest

from building.style import used_by

EVERYTHING = '<b class="a b"></b><b class="c"></b><p class="a b c"><a href="/x/" class="b c">x</a></p>'


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
        ("a, body > .c + p { c: d , e }", "a,body>.c+p{c:d,e}"),
        ("@media (min-width: 60em) and print { a { b: c } }", "@media (min-width:60em) and print{a{b:c}}"),
        ("@layer x, y;\n@layer x { a { b: c } }", "@layer x,y;@layer x{a{b:c}}"),
        ("@page { margin: 1cm }", "@page{margin:1cm}"),
        ("a { b: c !important }", "a{b:c !important}"),
        ("a { & .b { c: d } }", "a{& .b{c:d}}"),
        ("a { --deep-blue: b; --x: c; d: var(--x) var(--deep-blue) }", "a{--a:b;--b:c;d:var(--b) var(--a)}"),
        ("a { --deep: b; c: '--deep' var(--deep) }", "a{--a:b;c:'--deep' var(--a)}"),
    ],
)
def test_the_space_and_the_comments_that_mean_nothing_are_left_out_and_names_are_short(written, sent):
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
        (":is(q,p) b,:is(q,.x) b,p:where(:is(q)){a:b}", "<p><b>", ":is(q,p) b{a:b}"),
        ("p:has(+ .x),p:has(+ :not(.x)),p:not(:has(.y)){a:b}", "<p><p>", "p:has(+ :not(.x)),p:not(:has(.y)){a:b}"),
        ("p>b,p b,p+b{a:b}p>i,b>i{a:b}", "<p><b><i></i></b></p>", "p>b,p b{a:b}b>i{a:b}"),
        ("p[open],p[x=q]::before,p[x=r]{a:b}", "<p x=q>", "p[open],p[x=q]::before{a:b}"),
        ("p:hover>b:focus::after,p:hover>i{a:b}", "<p><b></b></p><i>", "p:hover>b:focus::after{a:b}"),
        ("p:not([open])+b,p:not(.x)+b:not(:focus){a:b}", '<p class="x"></p><b>', "p:not([open])+b{a:b}"),
        ("p:has(:checked),p:unheard-of,p:has(.x>p[open]){a:b}", "<p>", "p:has(:checked),p:unheard-of{a:b}"),
        (".x:not(.y, .z) q{a:b}", '<p class="x">', ""),
        ("html,body,*,:root,:focus{a:b}", "", "html,body,*,:root,:focus{a:b}"),
        ("h1{a:b}h2{a:b}", "<h2>", "h2{a:b}"),
        (":root{--x:1;--y:var(--z);--z:2}p{a:var(--x)}q{a:var(--y)}", "<p>", ":root{--a:1;--c:2}p{a:var(--a)}"),
        (":root{--x:1;--y:'};'}q{a:var(--y)}", "<q>", ":root{--b:'};'}q{a:var(--b)}"),
    ],
)
def test_only_the_rules_that_meet_an_element_of_the_page_are_sent(style, body, sent):
    assert sent == used_by(style, body)


def test_no_two_tokens_share_a_short_name():
    style = "".join(f"--{letter}-{number}:0;" for letter in "xyz" for number in range(300))

    sent = used_by(f"a{{{style}b:{style.replace(':0;', ' ').replace('--', 'var(--').replace(' ', ') ')}}}", EVERYTHING)
    names = re.findall(r"(--\w+):", sent)

    assert ["--a", "--b", "--z", "--aa", "--ba", "--aaa"] == [names[place] for place in (0, 1, 25, 26, 52, 702)]
    assert len(names) == len(set(names)) == 900
