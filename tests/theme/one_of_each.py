"""Data of which every word of the theme about events, people, members and resources is shown on some page."""

EVENTS = """\
events:
  - {id: e1, title: Breads, starts: 2027-01-16 00:30, ends: 13:00, state: full, place: Shore, online: yes}
  - {id: e2, title: Fish, starts: 2027-01-17 12:00, state: cancelled, address_after_rsvp: yes}
  - {id: e3, title: Soup, starts: 2027-01-18, state: moved, online: yes, notes: Bring a bowl., summary: Soup for all.}
  - {id: e4, title: Salt, starts: 2027-01-19 18:30, state: moved, moved_from: 2027-01-12}
  - id: e5
    title: Boats
    starts: 2027-01-05 18:00
    ends: 2027-01-06 12:30
    every: first Tuesday of each month
    until: 2027-12
    for: visitor
    register: {url: "https://github.com/harbor", closes: 2026-12-31}
  - {id: e6, title: Tea, starts: 2027-01-20, register: {url: "https://github.com/tea", closes: 2026-01-31}}
  - {id: e7, title: Rye, starts: 2025-01-20}
"""
PEOPLE = """\
people:
  - {name: Bread, picture: bread.png, consent: 2026-01-01}
"""
MEMBERS = """\
members:
  - {name: Bread, since: 2011, consent: 2026-01-01}
  - {name: Salt, tier: visitor, consent: 2026-01-01}
  - {name: Soup, tier: visitor, consent: 2026-01-01}
"""
RESOURCES = """\
resources:
  - {title: Bread, link: "https://github.com/bread", kind: Bread, audience: [Boats, Bread]}
"""
FILES = {"events": EVENTS, "people": PEOPLE, "members": MEMBERS, "resources": RESOURCES}
