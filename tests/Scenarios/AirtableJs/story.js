'use strict';

// Airtable's own client goes through its whole vocabulary and prints what it saw, as one line of JSON.
// usage: node story.js <endpoint> <token> <base id> <table>, a table with Name, Total (number) and Status (single select).

const Airtable = require('airtable');

const [endpointUrl, apiKey, baseId, tableName] = process.argv.slice(2);
const table = new Airtable({ endpointUrl, apiKey }).base(baseId)(tableName);

async function refused(work) {
  try {
    await work();
    return null;
  } catch (error) {
    return { error: error.error, message: error.message, statusCode: error.statusCode };
  }
}

async function createMany(count) {
  const names = Array.from({ length: count }, (_, i) => `#${i + 1}`);
  for (let i = 0; i < count; i += 10) {
    await table.create(names.slice(i, i + 10).map((Name, j) => ({ fields: { Name, Total: i + j + 1, Status: 'New' } })));
  }
}

async function main() {
  const seen = {};
  await createMany(230);

  const pages = [];
  await table.select({ pageSize: 100 }).eachPage((records, fetchNextPage) => {
    pages.push(records.length);
    fetchNextPage();
  });
  seen.pages = pages;
  seen.names = (await table.select({ fields: ['Name'], sort: [{ field: 'Total', direction: 'desc' }], maxRecords: 3 }).all()).map(r => r.get('Name'));

  const byFormula = await table.select({ filterByFormula: "AND({Total} > 228, {Name} != '#230', {Status} = 'New')" }).firstPage();
  seen.byFormula = byFormula.map(r => r.fields);
  const long = `OR(${Array.from({ length: 1500 }, (_, i) => `{Name}='#${i + 200}'`).join(',')})`;
  seen.byLongFormula = (await table.select({ filterByFormula: long }).all()).length;

  const [first] = byFormula;
  seen.found = (await table.find(first.id)).get('Total');
  seen.updated = (await table.update(first.id, { Status: 'Sent' })).fields;
  seen.replaced = (await table.replace([{ id: first.id, fields: { Name: 'replaced' } }]))[0].fields;

  // This client has no word for an upsert, but lets any request be made.
  const upsert = await new Airtable({ endpointUrl, apiKey }).base(baseId).makeRequest({
    method: 'PATCH',
    path: `/${encodeURIComponent(tableName)}`,
    body: { performUpsert: { fieldsToMergeOn: ['Name'] }, records: [{ fields: { Name: '#1', Total: 1000 } }, { fields: { Name: 'new', Total: 1 } }] },
  });
  seen.upserted = [upsert.body.updatedRecords.length, upsert.body.createdRecords.length];
  seen.typecast = (await table.create({ Name: 'cast', Total: '7', Status: 'Unheard of' }, { typecast: true })).fields;

  const doomed = await table.select({ maxRecords: 2 }).firstPage();
  seen.destroyed = (await table.destroy(doomed.map(r => r.id))).length;
  seen.destroyedOne = (await table.destroy(first.id)).id === first.id;
  seen.left = (await table.select().all()).length;

  seen.missing = await refused(() => table.find(first.id));
  seen.unknownField = await refused(() => table.create({ Nothing: 1 }));
  seen.badFormula = await refused(() => table.select({ filterByFormula: 'CONJURE(' }).all());
  seen.wrongToken = await refused(() => new Airtable({ endpointUrl, apiKey: 'patWrong' }).base(baseId)(tableName).select().all());
  console.log(JSON.stringify(seen));
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
