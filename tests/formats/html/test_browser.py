"""The page in a real browser: Chromium, without a window, driven by selenium."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from newsclaims import Extractor
from newsclaims.formats.html import fragment, page
from newsclaims.model import Document, Speaker
from newsclaims.spans import Span

pytestmark = pytest.mark.browser

# A page that is only looked at needs no network; without these Chromium calls home when it starts.
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1200,900",
)
QUAY = "“The quay is shut,” said Orla Vane. “It stays shut.”\n\nIvo Karr said that the ice was melting. It was “thin as paper,” he said."
FERRY = "“The ferry sails,” said Ivo Karr.\n\nAccording to Orla Vane, the crew is tired."
ESCAPE = (
    '</script></style></mark><script>window.hacked=1</script><img src=x onerror=window.hacked=1>" onfocus="window.hacked=1" tabindex=1 x=\''
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        missing = "no Chromium: apt-get install chromium chromium-driver"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(driver))
    yield started
    started.quit()


@pytest.fixture
def show(browser: webdriver.Chrome, tmp_path: Path) -> Any:
    """Opens HTML in the browser, in which nothing may go wrong."""

    def opened(written: str) -> webdriver.Chrome:
        file = tmp_path / "report.html"
        file.write_text(written, encoding="utf-8")
        browser.get(file.as_uri())
        assert browser.get_log("browser") == []
        return browser

    return opened


@pytest.fixture
def report(show: Any) -> webdriver.Chrome:
    documents = [Extractor().extract(text, id=id) for id, text in (("quay", QUAY), ("ferry", FERRY))]
    shown: webdriver.Chrome = show("".join(page(documents)))
    return shown


@contextlib.contextmanager
def emulated(browser: webdriver.Chrome, command: str, given: dict[str, Any], after: dict[str, Any]) -> Iterator[None]:
    browser.execute_cdp_cmd(f"Emulation.set{command}", given)
    yield
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride" if not after else f"Emulation.set{command}", after)


def css(browser: webdriver.Chrome, selector: str, name: str, pseudo: str = "") -> Any:
    script = "return getComputedStyle(document.querySelector(arguments[0]), arguments[2]).getPropertyValue(arguments[1])"
    return browser.execute_script(script, selector, name, pseudo or None)


def shown_quotes(browser: webdriver.Chrome) -> list[str]:
    script = "return [...document.querySelectorAll('[data-quote]')].filter(e => !e.hidden).map(e => e.querySelector('a').textContent)"
    found: list[str] = browser.execute_script(script)
    return found


def field(browser: webdriver.Chrome, name: str) -> Any:
    return browser.find_element(By.CSS_SELECTOR, f".filters [name={name}]")


def focused(browser: webdriver.Chrome) -> str:
    words: str = browser.execute_script("return document.activeElement.textContent")
    return words


# ------------------------------------------------------------------------------------------------ what is seen


def test_speakers_have_colours_and_numbers(report: webdriver.Chrome) -> None:
    colours = {css(report, f"mark.s{number}", "background-color") for number in (1, 2)}
    assert len(colours) == 2
    numbers = {css(report, f"mark.s{number}[data-n]", "content", "::before") for number in (1, 2)}
    assert numbers == {'"1"', '"2"'} or numbers == {"attr(data-n)"}
    assert css(report, "mark.direct", "border-bottom-style") == "solid"
    assert css(report, "mark.indirect", "border-bottom-style") == "dotted"


def test_focus_shows_who_kind_rule_and_confidence(report: webdriver.Chrome) -> None:
    assert css(report, "mark[data-n]", "content", "::after") == "none"
    report.execute_script("document.querySelector('mark[data-n]').focus()")
    assert css(report, "mark[data-n]", "content", "::after") not in ("none", "normal")
    tip = report.execute_script("return document.activeElement.dataset.tip")
    assert tip.startswith("Orla Vane · direct · rule ")
    lit = report.execute_script("return [...document.querySelectorAll('.on')].map(e => e.textContent).join('|')")
    assert "Orla Vane" in lit
    assert "said" in lit
    assert "It stays shut" in lit
    assert "Ivo" not in lit


def test_hovering_shows_the_same(report: webdriver.Chrome) -> None:
    source = report.find_element(By.CSS_SELECTOR, ".nc.source")
    assert css(report, ".nc.source", "content", "::after") == "none"
    ActionChains(report).move_to_element(source).perform()
    assert css(report, ".nc.source", "content", "::after") not in ("none", "normal")
    assert report.find_elements(By.CSS_SELECTOR, "mark.on")


def test_copied_text_is_the_article_s(report: webdriver.Chrome) -> None:
    copied = report.execute_script("getSelection().selectAllChildren(document.querySelector('article')); return getSelection().toString()")
    assert copied.split() == QUAY.split()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_can_be_read(report: webdriver.Chrome, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    with emulated(report, "EmulatedMedia", media, {"features": [{"name": "prefers-color-scheme", "value": ""}]}):
        paper = luminance(css(report, "body", "background-color"))
        assert (paper > 0.5) == (scheme == "light")
        pairs = [("mark.s1", "mark.s1"), ("mark.s2", "mark.s2"), ("body", "body"), ("small", "body"), (".nc.source", "body")]
        for ink, ground in pairs:
            assert contrast(css(report, ink, "color"), css(report, ground, "background-color")) >= 4.5, (ink, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_the_palette_can_be_read(show: Any, scheme: str) -> None:
    speakers = tuple(Speaker(f"Speaker {number}") for number in range(12))
    browser = show("".join(page([Document("", speakers=speakers)])))
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    with emulated(browser, "EmulatedMedia", media, {"features": [{"name": "prefers-color-scheme", "value": ""}]}):
        for number in range(1, 13):
            chip, paper = f".speakers .name.s{number}", css(browser, "body", "background-color")
            ground = css(browser, chip, "background-color", "::before")
            assert contrast(css(browser, chip, "color", "::before"), ground) >= 4.5, number
            assert contrast(paper, ground) >= 4.5, number  # names of sources in the text have this colour


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_on_a_phone_nothing_runs_out_of_sight(show: Any) -> None:
    text = f"“{'w' * 300} is shut,” said {'Orla' * 40} Vane."
    browser = show("".join(page([Extractor().extract(text, id="long" * 90), Extractor().extract(QUAY, id="quay")])))
    phone = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    with emulated(browser, "DeviceMetricsOverride", phone, {}):
        browser.execute_script(
            "document.querySelectorAll('details').forEach(e => { e.open = true; }); document.querySelector('mark').focus()"
        )
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


def test_printed_without_filters(report: webdriver.Chrome) -> None:
    with emulated(report, "EmulatedMedia", {"media": "print"}, {"media": ""}):
        assert css(report, ".filters", "display") == "none"
        assert css(report, "mark", "border-bottom-style") == "solid"


# ------------------------------------------------------------------------------------------------ what can be done


def test_everything_is_shown_at_first(report: webdriver.Chrome) -> None:
    count = len(shown_quotes(report))
    assert count >= 4
    assert report.find_element(By.CSS_SELECTOR, ".shown").text == f"{count} of {count} quotes"
    assert [option.text for option in Select(field(report, "speaker")).options] == ["all", "Ivo Karr", "Orla Vane"]


def test_filter_by_speaker(report: webdriver.Chrome) -> None:
    Select(field(report, "speaker")).select_by_visible_text("Ivo Karr")
    assert not [words for words in shown_quotes(report) if "quay" in words]
    assert [words for words in shown_quotes(report) if "ferry" in words]
    assert css(report, "mark.direct", "border-bottom-color") in ("rgba(0, 0, 0, 0)", "transparent")


def test_filter_by_a_click_on_a_name_and_back(report: webdriver.Chrome) -> None:
    everything = shown_quotes(report)
    report.find_element(By.CSS_SELECTOR, "button.name[data-name='Ivo Karr']").click()
    assert field(report, "speaker").get_attribute("value") == "=Ivo Karr"
    assert 0 < len(shown_quotes(report)) < len(everything)
    assert report.find_element(By.CSS_SELECTOR, "button.name[data-name='Ivo Karr']").get_attribute("aria-pressed") == "true"
    report.find_element(By.CSS_SELECTOR, "button.name[data-name='Ivo Karr']").click()
    assert shown_quotes(report) == everything


def test_filter_by_kind(report: webdriver.Chrome) -> None:
    for kind in ("mixed", "indirect"):
        report.find_element(By.CSS_SELECTOR, f"[name=kind][value={kind}]").click()
    kinds = report.execute_script("return [...document.querySelectorAll('[data-quote]:not([hidden])')].map(e => e.dataset.kind)")
    assert set(kinds) == {"direct"}


def test_filter_by_confidence(report: webdriver.Chrome) -> None:
    slider = field(report, "confidence")
    slider.send_keys(Keys.END)
    assert shown_quotes(report) == []
    assert report.find_elements(By.CSS_SELECTOR, ".document:not([hidden])") == []
    slider.send_keys(*[Keys.ARROW_LEFT] * 4)
    least = float(slider.get_attribute("value"))
    assert 0.75 <= least <= 0.85
    confidences = report.execute_script(
        "return [...document.querySelectorAll('[data-quote]:not([hidden])')].map(e => +e.dataset.confidence)"
    )
    assert confidences
    assert min(confidences) >= least


def test_show_all(report: webdriver.Chrome) -> None:
    everything = shown_quotes(report)
    report.find_element(By.CSS_SELECTOR, "[name=kind][value=direct]").click()
    assert shown_quotes(report) != everything
    report.find_element(By.CSS_SELECTOR, "[name=everything]").click()
    assert shown_quotes(report) == everything


def test_escape_shows_all(report: webdriver.Chrome) -> None:
    everything = shown_quotes(report)
    report.find_element(By.CSS_SELECTOR, "[name=kind][value=direct]").click()
    report.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert shown_quotes(report) == everything


def test_from_quote_to_quote_by_key(report: webdriver.Chrome) -> None:
    body = report.find_element(By.TAG_NAME, "body")
    body.send_keys("j")
    assert focused(report) == report.execute_script("return document.querySelectorAll('mark[data-n]')[0].textContent")
    report.switch_to.active_element.send_keys("j")
    second = focused(report)
    assert second == report.execute_script("return document.querySelectorAll('mark[data-n]')[1].textContent")
    report.switch_to.active_element.send_keys("j")
    report.switch_to.active_element.send_keys("k")
    assert focused(report) == second


def test_claims_are_marked_when_asked_for(report: webdriver.Chrome) -> None:
    assert report.find_elements(By.CSS_SELECTOR, ".claim")
    assert "overline" not in css(report, ".claim", "text-decoration-line")
    field(report, "claims").click()
    assert "overline" in css(report, ".claim", "text-decoration-line")


def test_claims_are_marked_for_the_speaker_who_is_shown(show: Any) -> None:
    text = "Rain fell. Orla Vane said that the quay was shut. Ivo Karr said that the ice was thin."
    browser = show("".join(page([Extractor().extract(text)])))
    field(browser, "claims").click()
    Select(field(browser, "speaker")).select_by_visible_text("Ivo Karr")
    script = """return [...document.querySelectorAll(".claim")]
        .filter(e => getComputedStyle(e).textDecorationLine.includes("overline")).map(e => e.textContent).join("")"""
    assert browser.execute_script(script) == "the ice was thin"


def test_a_link_leads_to_the_quote(report: webdriver.Chrome) -> None:
    report.find_element(By.TAG_NAME, "summary").click()
    report.find_element(By.CSS_SELECTOR, ".quotes a").click()
    assert report.execute_script("return document.querySelector(':target').nextElementSibling.matches('mark')")


# ------------------------------------------------------------------------------------------------ hostile texts


@pytest.mark.parametrize("whole", [True, False], ids=["page", "fragment"])
def test_no_script_of_a_text_runs(show: Any, whole: bool) -> None:
    text = f"“{ESCAPE}” said {ESCAPE} Vane. “javascript:window.hacked=1” he said."
    document = Extractor().extract(text, id=ESCAPE, metadata={ESCAPE: ESCAPE})
    speaker = Speaker(ESCAPE, role=ESCAPE, mentions=(Span.of(text, 0, 1),))
    document = type(document)(
        text, ESCAPE, {ESCAPE: ESCAPE}, quotes=document.quotes, speakers=(*document.speakers, speaker), claims=document.claims
    )
    browser = show("".join(page([document])) if whole else f"<!DOCTYPE html><meta charset=utf-8>{fragment(document)}")
    assert browser.execute_script("return window.hacked") is None
    assert browser.execute_script("return document.querySelectorAll('img, iframe, object').length") == 0
    for link in browser.find_elements(By.CSS_SELECTOR, "a"):
        browser.execute_script("arguments[0].click()", link)
    for element in browser.find_elements(By.CSS_SELECTOR, ".nc, .name"):
        browser.execute_script("arguments[0].focus(); arguments[0].click()", element)
    assert browser.execute_script("return window.hacked") is None
    assert browser.execute_script("return document.querySelector('article').textContent") == text


def test_the_policy_stops_what_is_not_the_page_s_own(report: webdriver.Chrome) -> None:
    report.execute_script(
        "const script = document.createElement('script'); script.textContent = 'window.hacked = 1'; document.body.append(script)"
    )
    assert report.execute_script("return window.hacked") is None
    logged = json.dumps(report.get_log("browser"))
    assert "Content Security Policy" in logged
