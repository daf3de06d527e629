"""What site profiles bring: word F1 on the set with many pages a site, with its site's profile and without.

Each page is judged by weights that did not see its site, and counts in its own site's profile, as in a batch. The means
are those of all pages and of the pages of sites with five or more; a table has those sites, the worst change first. The
exit code is 1 where the pages of such sites gain less than .03 from Chrome's text or .01 from HTML, or where one of
the sites is worse by more than .01.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from data import DATA, FOLDS, require_data

from groats.corpus.site import Census, pack_lines
from groats.stages.familiar import fingerprint_page
from groats.training.corpus import Sample, read_samples
from groats.training.evaluate import judge_sample
from groats.training.extract import read_sample

SET = "daniel-a"
GAINS = {"chrome": 0.03, "html": 0.01}
LOSS = 0.01
MANY = 5  # pages of a site


class Site(NamedTuple):
    """The word F1 of each page of a site without and with its profile."""

    host: str
    without: list[float]
    by_profile: list[float]

    @property
    def gain(self) -> float:
        """What the site's pages gain in the mean."""
        return fmean(self.by_profile) - fmean(self.without)


def judge_site(samples: Sequence[Sample], folds: Path) -> Site:
    """The pages of a site, judged both ways."""
    census = Census()
    for sample in samples:
        census.add(sample.host, pack_lines(fingerprint_page(read_sample(sample).blocks)))
    profile = next(census.profiles(), None)
    without = [judge_sample(sample, folds).f1 for sample in samples]
    return Site(samples[0].host, without, [judge_sample(sample, folds, profile).f1 for sample in samples])


def report(renderer: str, sites: Sequence[Site], shown: int) -> bool:
    """Whether the gain is what it should be; prints the means and the sites."""
    many = sorted((site for site in sites if len(site.without) >= MANY), key=lambda site: site.gain)
    print(f"{SET}, {renderer}: mean word F1 without and with the profile, and the gain")
    for name, own in (("all pages", sites), (f"of sites with {MANY} pages or more", many)):
        without = fmean(f1 for site in own for f1 in site.without)
        gain = fmean(f1 for site in own for f1 in site.by_profile) - without
        print(f"  {name:32} {without:.4f} {without + gain:.4f} {gain:+.4f} {sum(len(site.without) for site in own):6}")
    for site in many if shown < 0 else many[:shown]:
        print(f"  {site.gain:+.4f} {len(site.without):4} {site.host}")
    return gain >= GAINS[renderer] and many[0].gain >= -LOSS


def main() -> int:
    """0 if profiles bring what they should, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--renderer", action="append", choices=tuple(GAINS), help="only this one")
    parser.add_argument("--folds", type=Path, default=FOLDS, help="the folder of the folds' weights")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--sites", type=int, default=5, help="how many sites to show, the worst first (5; -1 for all)")
    asked = parser.parse_args()
    require_data()
    good = []
    for renderer in asked.renderer or GAINS:
        hosts = defaultdict(list)
        for sample in read_samples(DATA, (SET,), (renderer,)):
            hosts[sample.host].append(sample)
        with ProcessPoolExecutor(asked.jobs) as pool:
            work = sorted(hosts.values(), key=len, reverse=True)
            good.append(report(renderer, list(pool.map(partial(judge_site, folds=asked.folds), work)), asked.sites))
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
