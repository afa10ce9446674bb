"""The policy that a page carries. Sums: printf TEXT | openssl dgst -sha256 -binary | base64."""

from building.policy import policy

STYLE = "sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64="
ONE = "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s="
ACCENT = "sha256-SplVfkAzw1Od4utlRyAXytX5VX96BiWgnxw/biumnEw="


def test_the_policy_names_the_style_by_its_sum_and_allows_no_script():
    assert (
        f"default-src 'none'; style-src '{STYLE}'; img-src 'self' data:; form-action 'none'; base-uri 'none'"
        == policy("p{color:red}")
    )


def test_every_script_is_named_by_its_sum():
    assert f"; style-src '{STYLE}'; script-src '{ONE}' '{ACCENT}'; img-src " in policy("p{color:red}", "1", "é")
