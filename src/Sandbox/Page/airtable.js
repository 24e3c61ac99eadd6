'use strict';

// The base the staff work in. Cells are shown as text and taken as typed, as in Airtable's own grid.

const rowsShown = 50, pace = 3000;
const untyped = new Set(['multipleAttachments', 'barcode', 'formula', 'rollup', 'multipleLookupValues', 'count', 'autoNumber', 'createdTime', 'lastModifiedTime', 'createdBy', 'lastModifiedBy']);
const manyLines = new Set(['multilineText', 'richText']);

class Grid {
  constructor(root) {
    this.chips = root.querySelector('.chips');
    this.problem = root.querySelector('.problem');
    this.table = root.querySelector('table');
    this.count = root.querySelector('.count');
    this.chosen = null;
    this.shown = '';
    root.querySelector('.add').addEventListener('click', () => this.change('POST', '', {}));
    this.poll();
  }

  path(table) {
    return `/airtable/bases/${this.base}/tables/${table}/records`;
  }

  async change(method, record, fields) {
    try {
      const response = await fetch(api + this.path(this.chosen) + record, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ fields }) });
      if (!response.ok) throw new Error((await response.json()).detail ?? `The sandbox answered ${response.status}.`);
      this.problem.hidden = true;
    } catch (error) {
      this.problem.textContent = error.message;
      this.problem.hidden = false;
    }
    this.shown = '';
    await this.refresh();
  }

  async refresh() {
    this.base ??= (await call('/airtable/bases'))[0].id;
    const { tables } = await call(`/airtable/bases/${this.base}/tables`);
    // The fullest one, until somebody chooses.
    const table = tables.find(t => t.id === this.chosen) ?? tables.reduce((full, t) => t.records > full.records ? t : full);
    this.chosen = table.id;
    const { records } = await call(`${this.path(table.id)}?cells=text&limit=${rowsShown}`);
    const state = JSON.stringify([tables, records]);
    // Nobody's typing is overwritten.
    if (state === this.shown || this.table.contains(document.activeElement) && this.shown !== '') return;
    this.shown = state;
    this.chips.replaceChildren(...tables.map(t => this.chip(t)));
    this.table.replaceChildren(this.head(table), this.body(table, records));
    this.count.textContent = table.records > rowsShown ? `The newest ${rowsShown} of ${table.records.toLocaleString('en-AU')} records` : `${table.records} record${table.records === 1 ? '' : 's'}`;
  }

  chip(table) {
    const chip = element('button', '', `${table.name} (${table.records.toLocaleString('en-AU')})`);
    chip.type = 'button';
    chip.setAttribute('aria-pressed', table.id === this.chosen);
    chip.addEventListener('click', () => { this.chosen = table.id; this.shown = ''; this.refresh(); });
    return chip;
  }

  head(table) {
    const row = element('tr');
    for (const field of table.fields) {
      const cell = element('th', '', field.name);
      cell.scope = 'col';
      cell.append(element('small', '', field.type));
      row.append(cell);
    }
    const head = element('thead');
    head.append(row);
    return head;
  }

  body(table, records) {
    const body = element('tbody');
    for (const record of records) {
      const row = element('tr');
      for (const field of table.fields) row.append(this.cell(field, record));
      body.append(row);
    }
    return body;
  }

  cell(field, record) {
    const text = record.fields[field.name] ?? '';
    if (untyped.has(field.type)) return element('td', 'worked', text);
    const input = element(manyLines.has(field.type) ? 'textarea' : 'input');
    if (manyLines.has(field.type)) input.rows = 1;
    input.value = text;
    input.title = text;
    input.setAttribute('aria-label', `${field.name} of ${record.id}`);
    input.addEventListener('change', () => this.change('PUT', `/${record.id}`, { [field.name]: input.value === '' ? null : input.value }));
    const cell = element('td');
    cell.append(input);
    return cell;
  }

  async poll() {
    if (!document.hidden) {
      try { await this.refresh(); } catch { /* The next round asks again. */ }
    }
    setTimeout(() => this.poll(), pace);
  }
}

new Grid(document.getElementById('airtable'));
