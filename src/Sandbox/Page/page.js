'use strict';

// Whoever visits plays one customer on three channels, and Bella on her Telegram. Text only ever goes into the page
// through textContent: what a stranger writes is never markup.

const api = '/sandbox/api';
const lively = 700, idle = 2000, patience = 60000;

const questions = persona => [
  'Where is my order?',
  [`${persona.order} and my email`, `${persona.order}, ${persona.email}`],
  `How much is the ${persona.product}?`,
  'Is the Argan Coat Oil in stock?',
  'What is in the Oatmeal Calm Shampoo?',
  'How much is shipping?',
  'Can I return an opened bottle?',
  'The bottle leaked all over my parcel, I am really unhappy',
  'Can I talk to a person?',
];

const letters = persona => [
  ['Where is my order?', `Hi,\n\nwhere is my order ${persona.order}? It should be here by now.\n\nThanks\n${persona.firstName}`],
  ['Ingredients', `Hello,\n\nwhat is in the Oatmeal Calm Shampoo? My dog has sensitive skin.\n\n${persona.firstName}`],
  ['Price and stock', `Hello,\n\nhow much is the ${persona.product}, and is the Argan Coat Oil in stock?\n\n${persona.firstName}`],
  ['Shipping and returns', `Hi there,\n\nhow much is shipping, and can I return something I have opened?\n\n${persona.firstName}`],
  ['My parcel arrived damaged', `Hello,\n\nthe bottle in order ${persona.order} leaked all over the parcel. I am really disappointed and want my money back.\n\n${persona.name}`],
  ['A question for a person', `Hi,\n\ncan I talk to a person, please?\n\n${persona.firstName}`],
];

const founder = [
  "what's MER this week?", 'revenue yesterday', 'AOV last month', 'which products are running low?', 'how many inquiries are open?',
];

const channels = persona => [
  { name: 'instagram', title: 'Instagram', badge: 'I', who: `You are ${persona.firstName}, @${handles().instagram}`, from: () => handles().instagram, chips: questions(persona) },
  { name: 'messenger', title: 'Messenger', badge: 'M', who: `You are ${persona.name}`, from: () => handles().messenger, chips: questions(persona) },
  { name: 'email', title: 'Email', badge: '@', who: persona.email, from: () => persona.email, chips: letters(persona) },
  { name: 'telegram', title: "Bella's Telegram", badge: 'B', who: 'You are Bella, who owns the shop', from: () => 'bella', chips: founder },
];

function stored(key, make) {
  const known = sessionStorage.getItem(key);
  if (known !== null) return JSON.parse(known);
  const made = make();
  sessionStorage.setItem(key, JSON.stringify(made));
  return made;
}

function handles() {
  return stored('handles', () => {
    const suffix = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
    const name = stored('persona').firstName.toLowerCase();
    return { instagram: `${name}.${suffix}`, messenger: `${name}-${suffix}` };
  });
}

async function call(path, body) {
  const response = await fetch(api + path, body
    ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {});
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? `The sandbox answered ${response.status}.`);
  return answer;
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Web addresses can be followed, as on a phone; everything else stays plain text.
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, i) => {
    if (i % 2 === 0) return part;
    const link = element('a', '', part);
    link.href = part;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  });
}

const clock = new Intl.DateTimeFormat('en-AU', { hour: 'numeric', minute: '2-digit' });

class Panel {
  constructor(channel, persona) {
    this.channel = channel;
    this.persona = persona;
    this.shown = [];
    this.awaited = null;
    const root = document.getElementById('panel').content.cloneNode(true).firstElementChild;
    root.classList.add(channel.name);
    root.setAttribute('aria-label', channel.title);
    root.querySelector('.badge').textContent = channel.badge;
    root.querySelector('h2').textContent = channel.title;
    root.querySelector('.who').textContent = root.querySelector('.who').title = channel.who;
    this.thread = root.querySelector('.thread');
    this.thread.setAttribute('aria-label', `Messages, ${channel.title}`);
    this.thread.dataset.empty = 'Nothing said yet. Pick a question below or write your own.';
    this.waiting = root.querySelector('.waiting');
    this.problem = root.querySelector('.problem');
    this.form = root.querySelector('form');
    this.text = this.form.elements.text;
    this.text.id = `text-${channel.name}`;
    this.text.placeholder = channel.name === 'email' ? 'Write an email' : 'Write a message';
    if (channel.name === 'email') this.text.rows = 3;
    const label = root.querySelector('.text-label');
    label.htmlFor = this.text.id;
    label.textContent = `Message, ${channel.title}`;
    this.fillChips(root.querySelector('.chips'));
    this.form.addEventListener('submit', event => { event.preventDefault(); this.send(); });
    this.text.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && channel.name !== 'email') { event.preventDefault(); this.send(); }
    });
    document.getElementById('panels').append(root);
    this.poll();
  }

  fillChips(chips) {
    chips.setAttribute('aria-label', `Suggestions, ${this.channel.title}`);
    for (const suggestion of this.channel.chips) {
      const [label, text] = Array.isArray(suggestion) ? suggestion : [suggestion, suggestion];
      const chip = element('button', '', label);
      chip.type = 'button';
      chip.addEventListener('click', () => {
        this.text.value = text;
        this.next = chip.nextElementSibling;
        if (this.channel.name !== 'email') { this.send(); return; }
        this.form.elements.subject.value = label;
        this.text.focus();
      });
      chips.append(chip);
    }
  }

  async send() {
    const text = this.text.value.trim();
    if (!text) return;
    const subject = this.form.elements.subject.value.trim();
    const message = { channel: this.channel.name, from: this.channel.from(), text };
    if (this.channel.name !== 'telegram') message.name = this.persona.name;
    if (this.channel.name === 'email') this.address(message, subject);
    this.problem.hidden = true;
    try {
      const sent = await call('/messages', message);
      if (sent.threadId) this.remember(sent.threadId);
      this.text.value = this.form.elements.subject.value = '';
      this.awaited = { id: sent.id, since: performance.now() };
      this.waiting.hidden = false;
      await this.refresh();
      this.soon();
    } catch (error) { this.complain(error); }
  }

  // The same subject as before, or none, goes on with the thread; another one opens a new thread.
  address(message, subject) {
    const last = this.threads().at(-1);
    if (last && (!subject || subject === last.subject)) message.threadId = last.id;
    else message.subject = subject || 'A question';
    this.subject = subject || last?.subject || message.subject;
  }

  threads() { return stored('mails', () => []); }

  remember(id) {
    const others = this.threads().filter(t => t.id !== id);
    sessionStorage.setItem('mails', JSON.stringify([...others, { id, subject: this.subject }]));
  }

  async refresh() {
    const path = `/threads/${this.channel.name}/${encodeURIComponent(this.channel.from())}`;
    let { messages } = await call(path);
    // The address is a customer's of the shop, and others may be playing them too: show only what began here.
    if (this.channel.name === 'email') {
      const mine = new Set(this.threads().map(t => t.id));
      messages = messages.filter(m => mine.has(m.threadId));
    }
    this.show(messages);
    this.settle(messages);
  }

  show(messages) {
    // Only what is new or edited is put in, so that a screen reader reads out just that.
    const states = messages.map(m => JSON.stringify(m));
    if (states.length < this.shown.length) { this.thread.replaceChildren(); this.shown = []; }
    messages.forEach((message, i) => {
      if (states[i] === this.shown[i]) return;
      if (i < this.thread.children.length) this.thread.children[i].replaceWith(this.bubble(message));
      else this.thread.append(this.bubble(message));
      this.reveal(this.thread.children[i]);
    });
    this.shown = states;
  }

  // To the end; but a message longer than the window is read from its beginning.
  reveal(item) {
    this.thread.scrollTop = Math.min(this.thread.scrollHeight, item.offsetTop - 12);
    if (!this.next) return;
    this.next.parentElement.scrollLeft = this.next.offsetLeft - this.next.parentElement.offsetLeft - 14;
    this.next = null;
  }

  bubble(message) {
    const item = element('li', message.from);
    const at = new Date(message.at);
    const time = element('time', '', `${message.from === 'shop' ? 'MyCavoodle' : 'You'}, ${clock.format(at)}`);
    time.dateTime = at.toISOString();
    const text = element('p', 'bubble');
    text.append(...linked(message.text));
    if (this.channel.name === 'email') item.append(element('h3', '', message.subject), time, text);
    else item.append(text, time);
    const rows = message.replyMarkup?.inline_keyboard;
    if (rows) item.append(this.buttons(message, rows.flat()));
    return item;
  }

  buttons(message, keys) {
    const group = element('div', 'buttons');
    for (const key of keys.filter(k => k.callback_data)) {
      const button = element('button', '', key.text);
      button.type = 'button';
      button.addEventListener('click', () => call('/telegram/press', { from: 'bella', messageId: message.id, data: key.callback_data })
        .then(() => this.soon(), error => this.complain(error)));
      group.append(button);
    }
    return group;
  }

  settle(messages) {
    if (!this.awaited) return;
    const asked = messages.findIndex(m => m.id === this.awaited.id);
    const answered = asked >= 0 && messages.slice(asked + 1).some(m => m.from === 'shop');
    if (!answered && performance.now() - this.awaited.since < patience) return;
    this.awaited = null;
    this.waiting.hidden = true;
  }

  complain(error) {
    this.problem.textContent = error.message;
    this.problem.hidden = false;
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.poll(), this.awaited ? lively : idle);
  }

  async poll() {
    if (!document.hidden) {
      try { await this.refresh(); } catch { /* The next round asks again. */ }
    }
    this.soon();
  }
}

async function begin() {
  const card = document.getElementById('persona');
  try {
    const personas = sessionStorage.getItem('persona') ? [] : await call('/personas');
    const persona = stored('persona', () => personas[Math.floor(Math.random() * personas.length)] ?? null);
    if (!persona) throw new Error('No parcel is on its way today, so there is nobody to play. Place and fulfil an order first.');
    const order = element('strong', '', persona.order);
    card.replaceChildren(`You are ${persona.name}. Your latest order is `, order, ` (${persona.product}), your email `, element('strong', '', persona.email), '.');
    for (const channel of channels(persona)) new Panel(channel, persona);
  } catch (error) {
    sessionStorage.removeItem('persona');
    card.textContent = error.message;
  }
}

document.getElementById('start-over').addEventListener('click', () => {
  sessionStorage.clear();
  location.reload();
});

begin();
