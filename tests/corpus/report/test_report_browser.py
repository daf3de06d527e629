"""The report in a real browser: headless Chromium, where the machine has one."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from reports import SUMMARY, build_diffs

from groats.corpus.report import render_report

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.timeout(300),  # it starts slowly where the machine is busy
]

WIDTHS = (320, 700, 1400)

# A page around the report that looks into it, for the report itself runs no script. What it saw becomes its own text.
PROBE = """<!DOCTYPE html><title>probe</title>%s<pre></pre><script>
addEventListener("load", () => {
  const seen = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument, root = page.documentElement, colour = name => getComputedStyle(page.body)[name];
    const folded = page.querySelector("details .diff").getBoundingClientRect().height;
    page.querySelectorAll("details").forEach(node => { node.open = true });
    return {
      title: page.title, overflow: root.scrollWidth - root.clientWidth, scripts: page.scripts.length, folded,
      unfolded: page.querySelector("details li").getBoundingClientRect().height,
      bar: page.querySelector("#removed .bar .kept").getBoundingClientRect().width,
      paper: colour("backgroundColor"), ink: colour("color"), loaded: frame.contentWindow.performance.getEntriesByType("resource").length,
    };
  });
  document.querySelector("pre").textContent = JSON.stringify(seen);
});
</script>"""  # noqa: E501 - a script


def look(folder: Path, *options: str) -> list[dict[str, Any]]:
    """What the browser shows at each of the widths."""
    (folder / "report.html").write_text(render_report(SUMMARY, build_diffs()), "utf-8")
    frames = "".join(f'<iframe src="report.html" width="{width}" height="900"></iframe>' for width in WIDTHS)
    (folder / "probe.html").write_text(PROBE % frames, "utf-8")
    done = subprocess.run(  # noqa: S603 - the browser that was found
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}", *options,
            "--dump-dom", str(folder / "probe.html"),
        ],
        capture_output=True, check=True, text=True, timeout=100,
    )  # fmt: skip
    found = re.search(r"<pre>(.+)</pre>", done.stdout)
    assert found, done.stderr
    seen: list[dict[str, Any]] = json.loads(unescape(found[1]))
    return seen


def brightness(colour: str) -> float:
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 3


def test_it_is_shown_whole_at_every_width_and_runs_nothing(tmp_path: Path) -> None:
    for seen in look(tmp_path):
        assert seen["title"] == "groats: 1,234 pages"
        assert seen["overflow"] <= 0
        assert seen["scripts"] == seen["loaded"] == 0
        assert seen["folded"] == 0
        assert seen["unfolded"] > 10
        assert seen["bar"] > 100  # the style sheet is let in by the policy


def test_it_is_light_or_dark_as_the_reader_likes(tmp_path: Path) -> None:
    light = look(tmp_path)[0]
    (dark, *_) = look(tmp_path, "--blink-settings=preferredColorScheme=0")
    assert brightness(light["paper"]) - brightness(light["ink"]) > 150
    assert brightness(dark["ink"]) - brightness(dark["paper"]) > 150
