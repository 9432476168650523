// Looks at reports in headless Chromium: node report.mjs TOOLS BROWSER PICTURES REPORT...
// TOOLS is the folder in which npm has put axe-core, html-validate and puppeteer-core,
// PICTURES the folder for screenshots and prints, or empty for none. Each report must be valid HTML, pass
// axe, stay within a window of 320 px, ask the network for nothing, hold no script, and
// be open in print. Then faults are planted in a copy of the last report, and each must
// be found: a check that finds nothing is worth nothing.
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [tools, browserPath, pictures, ...reports] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(tools), "tools.js"));
const puppeteer = require("puppeteer-core");
const { HtmlValidate } = require("html-validate");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const narrow = 320, wide = 1280;

const html = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "long-title": "off" }, // a limit of search engines
});

const scratch = mkdtempSync(path.join(tmpdir(), "report-"));
const browser = await puppeteer.launch({
  executablePath: browserPath,
  headless: true,
  userDataDir: path.join(scratch, "profile"),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});

// check returns everything that is wrong with a page, each complaint beginning with its
// kind. With a name it leaves pictures; with a kind it looks for that alone.
async function check(file, name, only) {
  const wrong = [];
  const looks = (...kinds) => !only || kinds.includes(only);
  if (looks("HTML")) {
    for (const result of (await html.validateFile(file)).results) {
      for (const m of result.messages) wrong.push(`HTML: line ${m.line}: ${m.message} (${m.ruleId})`);
    }
  }
  const page = await browser.newPage();
  const address = pathToFileURL(file).href;
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("data:")) wrong.push(`network: it asks for ${url}`);
  });
  await page.setViewport({ width: wide, height: 900 });
  await page.goto(address, { waitUntil: "load" });
  if (looks("keyboard")) {
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      return document.activeElement.className === "skip" && box.left >= 0 && box.top >= 0;
    });
    if (!first) wrong.push("keyboard: the first stop is not a visible way past what comes before the finding");
    await page.evaluate(() => document.activeElement.blur());
  }
  if (looks("script")) {
    for (const found of await page.evaluate(scripts)) wrong.push(`script: ${found}`);
  }
  if (name) await page.screenshot({ path: picture(name, "desktop.png"), fullPage: true });
  if (looks("axe") && !only) await axe(page, wide, wrong);
  if (looks("print")) await print(page, name, wrong);

  await page.setViewport({ width: narrow, height: 700 });
  if (name) await page.screenshot({ path: picture(name, "phone.png"), fullPage: true });
  const tooWide = async (when) => {
    for (const found of await page.evaluate(overflow)) wrong.push(`reflow${when}: ${found}`);
  };
  if (looks("reflow")) await tooWide("");
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  if (looks("reflow")) await tooWide(", all opened");
  if (looks("axe")) await axe(page, narrow, wrong);
  if (looks("reflow")) {
    await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
    await tooWide(", text spaced as WCAG 1.4.12 allows");
  }
  await page.close();
  return wrong;
}

// print looks at a page as it would be printed, and with a name leaves it so, and as a
// reader without colour, or with colours of their own, would see it.
async function print(page, name, wrong) {
  await page.emulateMediaType("print");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  for (const found of await page.evaluate(hidden)) wrong.push(`print: ${found}`);
  if (name) await page.pdf({ path: picture(name, "print.pdf"), preferCSSPageSize: true });
  await page.emulateMediaType("screen");
  if (!name) return;
  await page.emulateVisionDeficiency("achromatopsia");
  await page.screenshot({ path: picture(name, "grey.png"), fullPage: true });
  await page.emulateVisionDeficiency("none");
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await page.screenshot({ path: picture(name, "forced-colours.png"), fullPage: true });
  await session.send("Emulation.setEmulatedMedia", { features: [] });
}

const picture = (name, kind) => path.join(pictures, `${name}-${kind}`);

async function axe(page, width, wrong) {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }), tags);
  for (const v of violations) {
    for (const node of v.nodes) wrong.push(`axe at ${width} px: ${v.id}: ${v.help}: ${node.target.join(" ")}`);
  }
  if (passes.length < 15) wrong.push(`axe at ${width} px: it tried ${passes.length} rules only`);
}

// scripts lists what could run in the page.
function scripts() {
  const all = [...document.querySelectorAll("script")].map(() => "a script element");
  for (const element of document.querySelectorAll("*")) {
    for (const a of element.attributes) {
      if (a.name.startsWith("on") || /^\s*javascript:/i.test(a.value)) all.push(`${element.localName} has ${a.name}`);
    }
  }
  return all;
}

// overflow lists what is wider than the window. What scrolls in a frame of its own may be.
function overflow() {
  const width = document.documentElement.clientWidth;
  const all = [];
  if (document.documentElement.scrollWidth > width) all.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width}`);
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 1 && !element.closest(".wide *, .skip")) all.push(`${element.localName} ${element.className} ends at ${Math.round(box.right)} px`);
  }
  return all;
}

// hidden lists what stays folded away in print.
function hidden() {
  return [...document.querySelectorAll("details")].filter((d) => [...d.children].some((c) => c.localName !== "summary" &&
    (!c.checkVisibility({ contentVisibilityAuto: true }) || c.getBoundingClientRect().height === 0)))
    .map((d) => `what stands behind "${d.querySelector("summary").textContent}" is not there`);
}

// faults are planted, each of which a check of the given kind must find.
const faults = [
  ["axe", "an image without a text", (t) => t.replace("</h1>", '</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')],
  ["axe", "text that is too pale", (t) => t.replace('<p class="detail"', '<p style="color:#aaa" class="detail"')],
  ["axe", "a heading that skips a level", (t) => t.replace(/<h2 id="why-heading">(.*?)<\/h2>/, '<h5 id="why-heading">$1</h5>')],
  ["HTML", "elements that do not nest", (t) => t.replace("</h1>", "</p></h1>")],
  ["HTML", "an id that is used twice", (t) => t.replace('id="why"', 'id="cost"')],
  ["network", "a picture from elsewhere", (t) => t.replace("</h1>", '</h1><img alt="x" src="https://example.invalid/x.png">')],
  ["script", "a script", (t) => t.replace("</body>", "<script>document.title += 1</script></body>")],
  ["script", "a handler", (t) => t.replace("<main>", '<main onclick="alert(1)">')],
  ["reflow", "a box wider than a phone", (t) => t.replace("</h1>", '</h1><div style="width:400px">wide</div>')],
  ["print", "a table that print leaves folded", (t) => t.replace("content-visibility: visible", "content-visibility: hidden")],
  ["keyboard", "no way past the beginning", (t) => t.replace(/<a class="skip".*?<\/a>/, "")],
];

const started = Date.now();
let bad = 0;
const complain = (text) => { bad++; console.error(text); };
for (const report of reports) {
  const name = path.basename(path.dirname(path.resolve(report)));
  const wrong = await check(path.resolve(report), pictures && name);
  for (const what of wrong) complain(`${name}: ${what}`);
  if (wrong.length === 0) console.log(`${name}: nothing to complain of`);
}
const sound = readFileSync(reports.at(-1), "utf8");
for (const [kind, what, plant] of faults) {
  const file = path.join(scratch, "faulty.html");
  writeFileSync(file, plant(sound));
  if (plant(sound) === sound) complain(`no place to plant ${what}`);
  const wrong = await check(file, "", kind);
  if (!wrong.some((w) => w.startsWith(kind))) complain(`planted, and not found: ${what}; found were: ${wrong.join("; ") || "nothing"}`);
}
if (bad === 0) console.log(`${reports.length} reports looked at and ${faults.length} planted faults found in ${Math.round((Date.now() - started) / 1000)} s`);
await browser.close();
process.exit(bad > 0 ? 1 : 0);
