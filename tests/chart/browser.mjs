// Opens pages in headless Chromium, works them by keyboard, asks axe-core, and prints what it saw as JSON.
// node browser.mjs CHROMIUM PAGE HOSTILE; the packages are found from the working folder.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [, , executablePath, sample, hostile] = process.argv;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath, args });
const report = { requests: [], console: [], axe: {} };

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1500, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('request', request => report.requests.push(request.url()));
  page.on('console', message => report.console.push(message.text()));
  page.on('pageerror', error => report.console.push(String(error)));
  await page.goto(pathToFileURL(path).href);
  return page;
}

async function check(page, name) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  report.axe[name] = { violations: violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html)]), passes: passes.length };
}

const focused = page => page.evaluate(() => {
  const element = document.activeElement;
  return { tag: element.tagName, id: element.id, unit: element.dataset.unit, row: element.closest('tr')?.dataset.task };
});
const visible = page => page.locator('td button:visible').count();
const hits = page => page.locator('#hits').textContent();

// The sample, by keyboard alone.
let page = await open(sample);
await check(page, 'at first');
report.all = { hits: await hits(page), visible: await visible(page) };
await page.keyboard.press('Tab');
report.first = await focused(page);
await page.keyboard.press('ArrowDown');
report.unit = { hits: await hits(page), visible: await visible(page), chosen: await page.locator('#unit').inputValue() };
await page.keyboard.press('ArrowUp');
await page.keyboard.press('Tab');
await page.keyboard.press('Space');
report.late = { hits: await hits(page), visible: await visible(page), late: await page.locator('td button.late:visible').count(), heads: await page.locator('thead th.unit:visible').count(), rows: await page.locator('tbody tr:visible').count() };
await check(page, 'filtered');
await page.keyboard.press('Shift+Tab');
await page.keyboard.press('Tab');
await page.keyboard.press('Space');
report.again = { hits: await hits(page), visible: await visible(page) };
for (let step = 0; step < 10 && (await focused(page)).unit === undefined; step += 1) await page.keyboard.press('Tab');
report.entered = await focused(page);
report.moves = [];
for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'End', 'ArrowRight', 'Home', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowLeft']) {
  await page.keyboard.press(key);
  report.moves.push([key, await focused(page)]);
}
report.outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
await page.keyboard.press('Enter');
report.opened = await page.evaluate(() => ({ open: document.getElementById('cell').open, inside: document.getElementById('cell').contains(document.activeElement), lines: document.querySelectorAll('#cell-lines li').length, text: document.getElementById('cell').innerText }));
await check(page, 'opened');
const before = report.moves[report.moves.length - 1][1];
await page.keyboard.press('Escape');
report.closed = { open: await page.evaluate(() => document.getElementById('cell').open), same: JSON.stringify(await focused(page)) === JSON.stringify(before) };
await page.keyboard.press('Tab');
report.left = await focused(page);
await page.locator('input[value=done]').check();
await page.locator('#changed').check();
report.none = { hits: await hits(page), visible: await visible(page) };
await check(page, 'no hit');
await page.locator('button[type=reset]').click();
await page.waitForFunction(() => document.querySelector('#hits').textContent.startsWith('共'));
report.reset = { hits: await hits(page), visible: await visible(page) };

// Dark, forced colours, a small window.
page = await open(hostile, { colorScheme: 'dark' });
await check(page, 'dark');
page = await open(hostile, { forcedColors: 'active', viewport: { width: 400, height: 800 } });
await check(page, 'forced colours');
page = await open(sample, { forcedColors: 'active' });
report.forced = await page.evaluate(() => { const style = getComputedStyle(document.querySelector('td button.late')); return `${style.borderTopStyle} ${style.borderTopWidth}`; });

// On paper nothing hangs on a background, and what is only for the screen is gone.
await page.emulateMedia({ media: 'print', forcedColors: 'none' });
report.print = await page.evaluate(() => ({ filter: getComputedStyle(document.getElementById('filter')).display, late: getComputedStyle(document.querySelector('td button.late')).borderTopWidth, ink: getComputedStyle(document.querySelector('td button.late')).color, paper: getComputedStyle(document.querySelector('td button.late')).backgroundColor }));

// Without scripts the table is still there.
page = await open(sample, { javaScriptEnabled: false });
report.plain = { rows: await page.locator('tbody tr').count(), notice: await page.locator('noscript').innerText() };

// Hostile text.
page = await open(hostile);
await check(page, 'hostile');
await page.locator('td button').first().click();
await check(page, 'hostile, opened');
report.hostile = await page.evaluate(() => ({ hacked: window.hacked, images: document.images.length, scripts: document.scripts.length, values: [...document.querySelectorAll('#cell-lines li:first-child dd')].map(e => e.textContent) }));
await browser.close();
process.stdout.write(JSON.stringify(report));
