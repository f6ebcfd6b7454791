/** What a person does in circles: write, read, count, give out slips. */
import { until } from './wait.mjs';

const ORDER = ['waiting', 'sent', 'delivered', 'read'];

export class Conversation {
  // ---- circles -----------------------------------------------------------------

  async newCircle(title) {
    await this.goHome();
    await this.button('new-circle').first().click();
    await this.label('new-circle-title').fill(title);
    await this.button('new-circle-make').click();
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  }
  /** The list of circles; on a desk it stands beside everything. */
  circleList() {
    return this.page.getByRole('navigation', { name: this.t('circles-title') });
  }
  async circleTitles() {
    return this.circleList().locator('li strong').allInnerTexts();
  }
  /** Back, one screen at a time, as the page's own history goes. */
  async goHome() {
    for (let button = await this.#backButton(); button; button = await this.#backButton()) {
      await button.click();
      const gone = button;
      await until('the screen before', () => gone.evaluate((e) => !e.isConnected));
    }
  }
  #backButton() {
    return this.button('back').elementHandles().then(([first]) => first);
  }
  async openCircle(title) {
    await this.circleList().getByRole('button').filter({ hasText: title }).first().click();
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await this.field().waitFor();
  }
  async hasCircles(count) {
    await until(`${count} circles are listed`, async () => (await this.circleTitles()).length === count);
  }
  /** Opens the n-th circle of the list (from 0) and answers its texts once there is one. */
  async openCircleNumber(n) {
    const title = (await this.circleTitles()).sort()[n];
    await this.openCircle(title);
    return until(`there is something to read in ${title}`, async () => {
      const texts = await this.plainTexts();
      return texts.length > 0 && texts;
    });
  }
  async seesUnread(title) {
    const one = new RegExp(this.t('circle-unread', { count: 7 }).replace('7', '\\d+') + '|' + this.t('circle-unread', { count: 1 }));
    await this.circleList().getByRole('button').filter({ hasText: title }).filter({ hasText: one }).waitFor();
  }

  // ---- writing -----------------------------------------------------------------

  field() {
    return this.page.getByRole('textbox', { name: this.t('conversation-write'), exact: true });
  }
  async type(text) {
    await this.field().fill(text);
  }
  async send() {
    await this.button('conversation-send').click();
    await until('the field is empty', async () => (await this.field().inputValue()) === '');
  }
  async write(text) {
    await this.type(text);
    await this.send();
  }

  // ---- about a message -------------------------------------------------------------

  message(text) {
    return this.page.getByRole('region', { name: this.t('conversation-messages') }).getByRole('article').filter({ hasText: text }).last();
  }
  /** Opens what can be done with it and presses one of them. */
  async doWith(text, key) {
    const message = this.message(text);
    await message.locator('button[aria-expanded=false]').click();
    await message.getByRole('button', { name: this.t(key), exact: true }).click();
  }

  // ---- reading -----------------------------------------------------------------

  /** The messages on the screen, in order, code point by code point as they stand in the page. */
  texts() {
    const messages = this.page.getByRole('region', { name: this.t('conversation-messages') });
    // What was taken away has no words.
    return messages.getByRole('article').evaluateAll((articles) => articles.filter((a) => a.querySelector('.text')).map((a) => ({
      text: a.querySelector('.text').textContent,
      author: a.querySelector('.meta strong').textContent,
      state: a.querySelector('.state')?.textContent.trim() ?? null,
    })));
  }
  async plainTexts() {
    return (await this.texts()).map((m) => m.text);
  }
  /** With the older ones that a long conversation holds back. */
  async allTexts() {
    const older = this.button('conversation-older');
    while (await older.count()) await older.click();
    return this.plainTexts();
  }
  /** Waits for a message. */
  async hears(text) {
    const short = [...text].slice(0, 30).join('');
    await until(`"${short}" is read`, async () => (await this.plainTexts()).includes(text));
  }
  /** Waits until there are n messages and answers the last one, as it came. */
  async hearsNumber(n) {
    const texts = await until(`there are ${n} messages`, async () => {
      const here = await this.plainTexts();
      if (here.length < n) throw new Error(`there are ${here.length}`);
      return here;
    });
    return texts.at(-1);
  }
  /** Waits for the state of an own message. `orLater`: a later state is fine too. */
  async delivery(text, state, { orLater = false } = {}) {
    const fine = (orLater ? ORDER.slice(ORDER.indexOf(state)) : [state]).map((s) => this.t(`delivery-${s}`));
    await until(`"${text.slice(0, 30)}" is ${state}`, async () => {
      const mine = (await this.texts()).find((m) => m.text === text);
      if (!mine) throw new Error('the message is not on the screen');
      if (!fine.includes(mine.state)) throw new Error(`it is: ${mine.state}`);
      return true;
    });
  }
  /** The page says plainly how many messages wait. */
  async isLoud(count) {
    await this.words('waiting-banner', { count }).waitFor();
  }
  async isQuiet() {
    const said = [1, 2, 3].map((count) => this.t('waiting-banner', { count }));
    await until('nothing waits any more', async () => {
      const page = await this.page.locator('body').innerText();
      return !said.some((text) => page.includes(text));
    });
  }
  /** "Try now", when the page offers it: a person's way to not wait for the next try. */
  async retryNow() {
    const button = this.button('link-retry');
    if (await button.isVisible()) await button.click({ timeout: 1_000 }).catch(() => {});
  }

  // ---- people and slips ------------------------------------------------------------

  async openPeople() {
    await this.button('conversation-people').click();
    await this.page.getByRole('heading', { name: this.t('people-title'), level: 1 }).waitFor();
  }
  async closePeople() {
    await this.button('back').click();
    await this.field().waitFor();
  }
  async openMakeSlip() {
    await this.button('people-make-slip').click();
    await this.page.getByRole('heading', { name: this.t('slip-make-title'), level: 1 }).waitFor();
  }
  /** From an open circle and back to it. `replaces`: the name of a member whose phone is lost. `agreedBy`: the parents who are in;
   *  they are asked first whether somebody may come in as `role`, and say yes. */
  async makeSlip({ role = 'parent', form = 'qr', replaces, agreedBy, name = '', follows = 'nothing' } = {}) {
    if (agreedBy) {
      await this.askCome(role === 'parent' ? 'parent' : 'handover', name);
      for (const parent of agreedBy) await parent.answerCome(follows);
      const who = name || this.t(role === 'parent' ? 'come-who-parent' : 'come-who-supporter');
      await this.button('come-make-slip', { who }).click();
      await this.page.getByRole('radio', { name: this.t(`slip-make-${form}`) }).check();
      const slip = await this.finishSlip();
      await this.button('done').click();
      await this.field().waitFor();
      return slip;
    }
    await this.openPeople();
    if (replaces) await this.button('people-lost', { name: replaces }).click();
    else await this.openMakeSlip();
    await this.page.getByRole('radio', { name: this.t(`slip-make-${form}`) }).check();
    const slip = await this.finishSlip();
    await this.button('done').click();
    await this.closePeople();
    return slip;
  }
  /** A supporter asks whether one more person may come in. */
  async askCome(purpose, name = '') {
    await this.openPeople();
    await this.button(`come-ask-${purpose}`).click();
    await this.label('come-name').fill(name);
    await this.button('come-send').click();
    await this.button('come-back').waitFor();
    await this.closePeople();
  }
  /** A parent says yes, and what follows; or 'refused'. */
  async answerCome(follows) {
    await this.button('come-yes').waitFor();
    if (follows !== 'refused') await this.page.getByRole('radio', { name: this.t(`come-follows-${follows}`) }).check();
    await this.button(follows === 'refused' ? 'come-no' : 'come-yes').click();
    await this.button('come-yes').waitFor({ state: 'detached' });
  }
  /** Presses "make" and reads what is shown this once. */
  async finishSlip() {
    await this.button('slip-make-submit').click();
    await this.words('slip-once-title').waitFor();
    const text = await this.page.getByRole('group', { name: this.t('slip-code-label') }).innerText();
    await this.button('copy-link').click();
    const link = await until('the link is copied', () => this.page.evaluate(() => window.copiedTexts.at(-1)));
    return { text: text.trim(), link };
  }
  /** One more circle for a device that is in use. */
  async addSlip(link) {
    await this.goHome();
    await this.button('add-slip').first().click();
    await this.label('start-code-label').fill(link);
    await this.button('start-open').click();
    await this.field().waitFor();
  }
  async removeMember(name) {
    await this.openPeople();
    await this.button('people-remove', { name }).click();
    await this.button('people-remove-yes').click();
    await this.page.getByRole('main').getByText(name, { exact: true }).waitFor({ state: 'detached' });
    await this.closePeople();
  }
  async safetyWords() {
    await this.openPeople();
    const words = await this.page.getByRole('main').locator('ol.words li').allInnerTexts();
    await this.closePeople();
    return words;
  }
  /** Waits for a sentence of the page. */
  async sees(key, values) {
    await this.words(key, values).waitFor();
  }
  async revokeOnlySlip() {
    await this.openPeople();
    await this.page.getByRole('button', { name: new RegExp(`^${this.t('people-slip-revoke')}`) }).click();
    await this.words('people-slips-none').waitFor();
    await this.closePeople();
  }
  /** What "counted this month" says for a kind. */
  async counted(kind) {
    await this.openPeople();
    const said = await this.page.getByRole('main').innerText();
    await this.closePeople();
    const row = new RegExp(this.t('counted-row', { kind: this.t(`count-${kind}`), count: 'N' }).replace('N', '(\\d+)'));
    return Number(row.exec(said)?.[1] ?? 0);
  }

  // ---- counting ------------------------------------------------------------------

  async canCount() {
    await this.field().waitFor();
    return (await this.button('count-title').count()) > 0;
  }
  async count(kind) {
    const panel = this.page.getByRole('region', { name: this.t('count-title') });
    if (!(await panel.isVisible())) await this.button('count-title').click();
    const button = panel.getByRole('button', { name: this.t(`count-${kind}`), exact: true });
    await until('counting rests between two taps', async () => (await button.getAttribute('aria-disabled')) !== 'true');
    await button.click();
    await panel.getByText(this.t(`count-${kind}-done`)).waitFor();
    await panel.getByRole('button', { name: this.t('close') }).click();
  }
  entries(kind) {
    return this.page.locator('.entry').filter({ hasText: this.t(`count-${kind}`) });
  }
  async seesContact(kind, { author }) {
    await this.entries(kind).filter({ hasText: author }).first().waitFor();
  }
  async undoContact(kind) {
    await this.entries(kind).getByRole('button', { name: this.t('contact-undo'), exact: true }).click();
    await this.seesUndone(kind);
  }
  async seesUndone(kind) {
    await this.entries(kind).filter({ hasText: this.t('contact-undone') }).first().waitFor();
  }
}
