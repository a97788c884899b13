// Two companies in real browsers, from an empty installation to an acknowledged order: what people do, by what they see. Every page on the way is held
// against axe-core, in light and dark and at phone width, and one way is walked by the keyboard alone.
//   BASE=http://127.0.0.1:5080 DESIGN=sensor-node.zip node portal.mjs
// CHROMIUM and PLAYWRIGHT as for viewer.mjs; AXE names axe-core's folder; TURNKEY_SHOTS keeps pictures. The last line is "N passed, N failed".
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const require = createRequire(import.meta.url)
const { chromium } = require(process.env.PLAYWRIGHT ?? 'playwright-core')
const axe = readFileSync(require.resolve((process.env.AXE ?? 'axe-core') + '/axe.min.js'), 'utf8')
const base = process.env.BASE, design = process.env.DESIGN, shots = process.env.TURNKEY_SHOTS
const password = 'correct horse battery'
let passed = 0, failed = 0

const check = (name, good, seen = '') => {
  if (good) { passed++; return }
  failed++
  console.log(`FAILED  ${name}${seen === '' ? '' : `: ${seen}`}`)
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })

async function person(name) {
  // The policy of the pages forbids scripts from elsewhere, and axe is one: only the tests' own browser lets it in.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('pageerror', error => check(`${name}: no script breaks`, false, error.message))
  return page
}

/** Looks at a page as it is: accessible in light, dark and on a phone, nothing wider than the screen. */
async function look(page, name) {
  for (const [scheme, width] of [['light', 1280], ['dark', 1280], ['light', 375]]) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    if (shots) await page.screenshot({ path: `${shots}/${name}-${scheme}-${width}.png`, fullPage: true })
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() => axe.run(document, { iframes: false }))
    check(`${name}: accessible, ${scheme} at ${width}`, violations.length === 0, violations.map(one => `${one.id} at ${one.nodes.slice(0, 3).map(node => node.target).join(', ')}`).join('; '))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    check(`${name}: no wider than the screen at ${width}`, overflow <= 0, `${overflow} px`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
}

const fill = async (page, values) => { for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).first().fill(value) }
const press = async (page, text) => { await Promise.all([page.waitForLoadState('load'), page.getByRole('button', { name: text, exact: true }).first().click()]); await page.waitForLoadState('networkidle') }
const says = async (page, text) => (await page.locator('body').innerText()).includes(text)

/** Waits until work in the background is done and the page, which reads itself anew, shows it. */
async function until(page, selector) {
  for (let i = 0; i < 120; i++) {
    if (await page.locator(selector).count() > 0) return true
    await page.waitForTimeout(1000)
    if (i % 5 === 4) await page.reload()
  }
  return false
}

// The customer sets the installation up and invites a manufacturer.
const anna = await person('customer')
await anna.goto(base)
check('an empty installation asks to be set up', anna.url().endsWith('/first'), anna.url())
await look(anna, 'first')
await fill(anna, { organisation: 'Nordic Sense', country: 'SE', name: 'Anna Berg', mail: 'anna@nordic.example', password })
await anna.getByLabel('We have products made').check()
await press(anna, 'Begin')
check('who founds is signed in', await says(anna, 'Nordic Sense · Anna Berg'))
await look(anna, 'home-empty')
await anna.goto(base + '/organisation')
await look(anna, 'organisation')
await fill(anna, { company: 'kadri@baltic.example' })
await anna.locator('#companies button').click()
await anna.waitForSelector('.secret')
const link = await anna.locator('.secret').innerText()

const kadri = await person('manufacturer')
await kadri.goto(link)
await look(kadri, 'join')
await fill(kadri, { organisation: 'Baltic Assembly', country: 'EE', name: 'Kadri Tamm', password })
await kadri.getByLabel('We make products for others').check()
await press(kadri, 'Join')
check('an invited company founds its organisation', await says(kadri, 'Baltic Assembly · Kadri Tamm'))

// The request, with a condition.
await anna.goto(base + '/rfqs')
await look(anna, 'rfqs-empty')
await anna.getByRole('link', { name: 'New request' }).click()
await fill(anna, { title: 'Sensor node, revision C' })
await press(anna, 'Begin')
const rfq = anna.url()
await fill(anna, { quantities: '10, 100, 1000', annual: '4000', label: 'C', destination: 'SE' })
await press(anna, 'Save')
check('what was typed is kept', await anna.locator('[name=quantities]').inputValue() === '10, 100, 1000')
await fill(anna, { nda: 'What is seen here is told to nobody else.' })
await press(anna, 'Save conditions')
await anna.locator('input[type=file]').setInputFiles(design)
await anna.getByRole('button', { name: 'Upload' }).click()
check('the design is read while the page waits', await until(anna, '#design .facts'), await anna.locator('#design').innerText())
check('what was found is shown', (await anna.locator('#design').innerText()).includes('64 × 40'), await anna.locator('#design').innerText())
await look(anna, 'rfq-draft')
await anna.getByLabel('Baltic Assembly').check()
await press(anna, 'Send')
check('a sent request waits for offers', await says(anna, 'No offer yet'))

// The manufacturer passes the gate, asks, prices and offers.
await kadri.goto(base)
await kadri.getByRole('link', { name: /RFQ-\d+-0001/ }).first().click()
check('behind the gate the design is not shown', await says(kadri, 'Shown once the conditions are fulfilled') && !(await says(kadri, 'sensor-node')))
await look(kadri, 'rfq-gated')
await press(kadri, 'Accept for my company')
check('behind the open gate it is', await says(kadri, '64 × 40'))
await fill(kadri, { subject: 'Where is pin 1 of J1?' })
await press(kadri, 'Ask')
await press(kadri, 'Review the design')
check('the review shows the board', await until(kadri, 'iframe.review'))
await press(kadri, 'Price it')
check('the price comes', await until(kadri, 'button:has-text("Make an offer from it")'))
await look(kadri, 'rfq-priced')
await press(kadri, 'Make an offer from it')
await look(kadri, 'offer-draft')
check('the cost sheet is the manufacturer\'s alone', await says(kadri, 'yours alone'))
await fill(kadri, { terms: 'FCA Tartu, Incoterms 2020' })
await press(kadri, 'Save')
await press(kadri, 'Send to the customer')
check('a sent offer cannot be changed', await kadri.locator('[name=terms]').count() === 0)

// The customer answers, counters, and the manufacturer meets it.
await anna.goto(rfq)
check('the offer stands in the comparison', await says(anna, 'One offer at 100'))
await look(anna, 'rfq-offers')
await anna.locator('.question textarea').fill('As IPC-7351 has it.')
await anna.locator('.question button:has-text("Send")').click()
await anna.waitForLoadState('networkidle')
check('an answer closes the open point', await says(anna, 'answered'))
await anna.getByRole('link', { name: 'Baltic Assembly' }).first().click()
check('no cost reaches the customer', !(await says(anna, 'Cost sheet')) && !(await says(anna, 'costing.html')))
await look(anna, 'offer')
await fill(anna, { quantity: '100', unit: '30', note: 'We order 4,000 a year.' })
await press(anna, 'Make a counter-offer')
await kadri.reload()
await press(kadri, 'Answer with a new version')
const units = kadri.locator('[name=unit]')
await units.nth(1).fill('30')
await press(kadri, 'Save')
await press(kadri, 'Send to the customer')

// Award and order, by the keyboard alone.
await anna.goto(rfq)
async function focus(page, text) {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => { const one = document.activeElement; return one ? `${one.tagName} ${one.name ?? ''} ${one.innerText ?? ''}` : '' })
    if (here.includes(text)) return true
  }
  return false
}
check('the keyboard reaches the award', await focus(anna, 'Award'))
await Promise.all([anna.waitForURL(/offers/), anna.keyboard.press('Enter')])
check('the keyboard reaches the order', await focus(anna, 'lot-quantity'))
await anna.keyboard.type('100')
await anna.keyboard.press('Tab')
const due = new Date(Date.now() + 60 * 86400_000)
await anna.keyboard.type(`${String(due.getUTCMonth() + 1).padStart(2, '0')}${String(due.getUTCDate()).padStart(2, '0')}${due.getUTCFullYear()}`)
check('the keyboard reaches the button', await focus(anna, 'Place the order'))
await Promise.all([anna.waitForURL(/orders/), anna.keyboard.press('Enter')])
check('the order is at the price that was agreed', await says(anna, '30.0000'))
await look(anna, 'order-placed')

await kadri.goto(base)
await kadri.getByRole('link', { name: /PO-\d+-0001/ }).first().click()
await press(kadri, 'Acknowledge')
check('the order is acknowledged', await says(kadri, 'Acknowledged'))
await look(kadri, 'order')

for (const [page, path] of [[anna, 'notices'], [anna, 'audit'], [anna, 'rfqs'], [anna, 'offers'], [anna, 'orders'], [kadri, 'organisation'], [anna, '']]) {
  await page.goto(`${base}/${path}`)
  await look(page, path === '' ? 'home' : `list-${path}`)
}
await anna.goto(base + '/rfqs/00000000-0000-0000-0000-000000000001')
check('what is not there is said', await says(anna, 'There is no such request'), await anna.locator('body').innerText())
await look(anna, 'not-found')

await browser.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
