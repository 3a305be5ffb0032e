"""The board in a real browser, on Donggang as of 2026-06-30."""

import re
from pathlib import Path

import pytest
from playwright.async_api import expect

DAY = "day=2026-06-30"
AXE = Path(__file__).parents[1] / "clients" / "node_modules" / "axe-core" / "axe.min.js"
CITY, COMMUNITY = f"/?{DAY}", f"/communities/210681001003?{DAY}"
COMPOUND, DEPARTMENT = f"/compounds/210681001003001?{DAY}", f"/departments/210681D001?{DAY}"
LEADER, ISSUES = f"/leaders/210681L001?{DAY}", f"/issues?{DAY}"
DUE = f"/due?{DAY}"
ISSUE = "/issues/210681003001-2025-008?" + DAY
VIEWS = {
    "city": CITY,
    "community": COMMUNITY,
    "compound": COMPOUND,
    "department": DEPARTMENT,
    "leader": LEADER,
    "due": DUE,
    "issues": ISSUES,
    "issue": ISSUE,
}
# Names and other recorded texts are Chinese in both languages; the page's own words aren't.
LATIN = re.compile(r"[A-Za-z]{2,}")


async def test_the_city_shows_its_communities_worst_first(opened):
    async with opened(CITY) as page:
        tiles = page.locator(".tile")
        await expect(tiles).to_have_count(21)
        rates = [float(text.rstrip("%")) for text in await page.locator(".tile .rate").all_inner_texts()]
        assert rates == sorted(rates)
        await expect(page.get_by_role("heading", level=1)).to_have_text("东港市")
        table = page.get_by_role("table")
        await expect(table.get_by_role("row", name="In-service members who chose posts")).to_contain_text("3,719")


async def test_the_address_holds_the_state(opened):
    async with opened(CITY) as page:
        await page.get_by_label("Rule").select_option("COM1")
        await page.locator(".choice", has_text="Result").locator("select").select_option("FAIL")
        await expect(page).to_have_url(re.compile(r"rule=COM1.*result=FAIL"))
        chosen = page.url
        shown = await page.locator(".tile").all_inner_texts()
        await page.reload()
        await expect(page.locator(".choice", has_text="Result").locator("select")).to_have_value("FAIL")
        await expect(page.locator(".heading")).to_be_visible()
        assert await page.locator(".tile").all_inner_texts() == shown
        await page.get_by_role("button", name="Clear filters").click()
        await expect(page.locator(".tile")).to_have_count(21)
        await page.go_back()
        await expect(page).to_have_url(chosen)
        await expect(page.get_by_label("Rule")).to_have_value("COM1")


async def test_a_tile_leads_to_its_community_and_back(opened):
    async with opened(CITY) as page:
        await page.get_by_role("link", name="桥东社区").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("桥东社区")
        await expect(page).to_have_url(re.compile(rf"/communities/210681001003\?{DAY}"))
        await expect(page.get_by_role("row", name="市纪委 Municipal department")).to_contain_text("Yes")
        await page.go_back()
        await expect(page.locator(".tile")).to_have_count(21)


async def test_an_overdue_issue_is_followed_through_the_levels(opened):
    async with opened(ISSUES) as page:
        issue = page.get_by_role("link", name="柞木社区没有社区活动场所")
        await expect(page.locator(".cards li").filter(has=issue)).to_contain_text("overdue")
        await issue.click()
        steps = page.locator(".journey li")
        await expect(steps.first).to_contain_text("Raised at a meeting of 柞木社区")
        await expect(steps.last).to_contain_text(re.compile(r"Awaited.*by .*days overdue", re.DOTALL))


async def test_what_is_due_is_filtered_and_leads_on(opened):
    async with opened(DUE) as page:
        rows = page.locator("tbody tr")
        await expect(rows.first).to_contain_text("overdue")
        everything = await rows.count()
        await page.get_by_label("Kind").select_option("AGENDA")
        await expect(page).to_have_url(re.compile("kind=AGENDA"))
        await expect(rows).not_to_have_count(everything)
        kinds = await rows.locator("th .note").all_inner_texts()
        assert set(kinds) == {"Agenda of an escalation"}
        await rows.first.get_by_role("link").first.click()
        await expect(page.locator(".journey li").last).to_contain_text("Awaited")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("桥东社区", "桥东社区"),
        ("qdsq", "桥东社区"),
        ("210681001003", "桥东社区"),
        ("市纪委", "市纪委"),
        ("caolanan", "曹兰安"),
    ],
)
async def test_search_finds_by_name_code_and_pinyin(opened, text, name):
    async with opened(CITY) as page:
        box = page.get_by_role("combobox", name="Search by name, code or pinyin")
        await box.fill(text)
        await expect(page.get_by_role("option").first).to_contain_text(name)
        await box.press("ArrowDown")
        await box.press("ArrowUp")
        await box.press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text(name)
        await expect(page).to_have_url(re.compile(DAY))


async def test_search_says_that_nothing_is_found(opened):
    async with opened(CITY) as page:
        await page.get_by_role("combobox", name="Search by name, code or pinyin").fill("qqq")
        await expect(page.get_by_text("Nothing found.")).to_be_visible()


async def test_names_lead_on(opened):
    async with opened(COMMUNITY) as page:
        await page.get_by_role("link", name="市纪委", exact=True).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("市纪委")
        await page.get_by_role("link", name="曹兰安").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("曹兰安")
        await page.get_by_role("link", name="桥东社区").first.click()
        await page.get_by_role("link", name="桥东新村").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("桥东新村")
        await expect(page.get_by_role("row", name="黎昌")).to_contain_text("Yes")


async def test_evidence_is_one_action_away(opened):
    async with opened(COMMUNITY) as page:
        finding = page.locator(".findings li").first
        await finding.locator("summary").click()
        await expect(finding.get_by_text("Required")).to_be_visible()


async def test_a_month_of_the_trend_is_the_date_of_all_views(opened):
    async with opened(CITY) as page:
        await page.locator(".trend .point").first.press("Enter")
        await expect(page).not_to_have_url(re.compile(DAY))
        await expect(page).to_have_url(re.compile(r"day=20\d\d-\d\d-\d\d"))
        await page.get_by_role("link", name="桥东社区").click()
        await expect(page).to_have_url(re.compile(r"/communities/.*day=20\d\d-\d\d-\d\d"))


async def test_everything_can_be_reached_with_the_keyboard(opened):
    async with opened(CITY) as page:
        await expect(page.locator(".tile")).to_have_count(21)
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        reached = set()
        for _ in range(45):
            await page.keyboard.press("Tab")
            reached.add(await page.evaluate("document.activeElement.innerText || document.activeElement.name"))
        assert {"City", "中文", "桥东社区"} <= reached


@pytest.mark.parametrize("path", VIEWS.values(), ids=VIEWS)
async def test_nothing_is_mixed_in_chinese(opened, path):
    async with opened(path, language="zh-CN") as page:
        await expect(page.locator(".heading")).to_be_visible()
        await expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
        text = await page.locator("body").inner_text()
        # The codes of rules, and the name of the other language.
        left = set(LATIN.findall(re.sub(r"\b[A-Z]{2,3}\d\b", "", text))) - {"English"}
        assert left == set()


async def test_the_language_can_be_chosen_and_is_remembered(opened):
    async with opened(CITY) as page:
        await page.get_by_role("button", name="中文").click()
        await expect(page.get_by_text("主要数据")).to_be_visible()
        await page.reload()
        await expect(page.get_by_text("主要数据")).to_be_visible()


@pytest.mark.parametrize("language", ["en-GB", "zh-CN"])
@pytest.mark.parametrize("path", VIEWS.values(), ids=VIEWS)
async def test_axe_finds_nothing_and_nothing_overflows(opened, node, path, language):
    async with opened(path, language) as page:
        await expect(page.locator(".heading")).to_be_visible()
        await expect(page.locator("[aria-busy]")).to_have_count(0)
        await page.evaluate(AXE.read_text("utf-8"))
        for width in (375, 1440):
            await page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                await page.emulate_media(color_scheme=scheme)
                found = await page.evaluate("axe.run()")
                violations = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]
                assert violations == [], (width, scheme)
                assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_the_first_view_is_small(opened):
    async with opened(CITY) as page:
        await expect(page.locator(".tile")).to_have_count(21)
        await expect(page.locator(".trend polyline")).to_be_visible()
        sizes = await page.evaluate(
            """() => {
              const needed = new Set([...document.querySelectorAll("link, script")].map((each) => each.href || each.src));
              const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
              const first = entries.filter(({ name }) => needed.has(name) || !name.includes("/board/"));
              return first.map(({ name, encodedBodySize }) => [name, encodedBodySize]);
            }"""
        )
        assert len(sizes) > 20
        assert sum(size for _, size in sizes) <= 60_000


async def test_it_comes_back_when_the_server_does(opened):
    async with opened(CITY, faults=["ERR_FAILED"]) as page:
        await expect(page.locator(".tile")).to_have_count(21)
        await page.route("**/graphql", lambda route: route.abort())
        await page.get_by_role("link", name="桥东社区").click()
        await expect(page.get_by_role("alert")).to_have_text(
            "The server can't be reached. The page comes back by itself."
        )
        await page.unroute("**/graphql")
        await expect(page.get_by_role("heading", level=1)).to_have_text("桥东社区")


@pytest.mark.parametrize("path", ["/communities/999", "/communities/210681001999", "/?city=x"])
async def test_a_wrong_address_is_said(opened, path):
    async with opened(path) as page:
        message = page.locator("[role=alert], .empty")
        await expect(message).to_be_visible()
        assert len(await message.inner_text()) > 20
