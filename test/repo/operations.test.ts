import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { type Operation, operations } from '../../server/generated/index.ts';

/** Where the parts of an operation are, without its tag and id. */
const PLACES = {
  'path file': (tag: string, id: string) => `openapi/paths/${tag}/${id}.yaml`,
  handler: (tag: string, id: string) => `server/api/${tag}/${id}.ts`,
  'contract test': (tag: string, id: string) => `test/contract/${tag}/${id}.test.ts`,
};

for (const [part, place] of Object.entries(PLACES)) {
  test(`every operation has its ${part}`, () => {
    const missing = operations.map(({ tag, operationId }) => place(tag, operationId)).filter(isMissing);
    assert.deepEqual(missing, []);
  });
}

const isMissing = (file: string): boolean => globSync(file).length === 0;

/** A contract test may have a second file for one side of an operation: `sendText.seen.test.ts`. */
test('there is no path file and no contract test of an operation that does not exist', () => {
  for (const place of [PLACES['path file'], PLACES['contract test']]) {
    const wanted = operations.map(({ tag, operationId }) => place(tag, operationId));
    const found = globSync(place('*', '*')).map((file) => place(tagOf(file), idOf(file)));
    assert.deepEqual([...new Set(found)].sort(), wanted.sort());
  }
});

const tagOf = (file: string): string => basename(dirname(file));
const idOf = (file: string): string => basename(file).split('.')[0] ?? '';

/** Beside the handlers there are files that they share. */
test('there is no handler of an operation that does not exist', () => {
  const ids = new Set<string>(operations.map(({ operationId }) => operationId));
  const leftOver = globSync('server/api/*/*.ts').filter((file) => {
    const exported = readFileSync(file, 'utf8').matchAll(/^export const \w+: Handler<'(\w+)'>/gm);
    return [...exported].some(([, id = '']) => !ids.has(id) || idOf(file) !== id);
  });
  assert.deepEqual(leftOver, []);
});

interface PathItem {
  [method: string]: {
    tags: string[];
    operationId: string;
    summary?: string;
    description?: string;
    security?: object[];
    parameters?: object[];
    requestBody?: { content: Content };
    responses: Record<string, { $ref?: string; content?: Content }>;
  };
}

type Content = Record<string, { examples?: object }>;

const mainContent = (content: Content = {}) => content['application/json'] ?? content['text/event-stream'];

/** Errors that an operation of this kind can have. It may tell of `more`, and must of none else. */
function errorsOf({ access, path }: Operation, takesInput: boolean, takesBody: boolean): string[] {
  const always = ['500'];
  if (takesInput) always.push('400');
  if (access !== 'public') always.push('401');
  if (path.includes('{instance}')) always.push('404');
  if (takesBody) always.push('413', '415');
  return always;
}

const MORE = ['403', '404', '409', '422', '429', '504'];

for (const operation of operations) {
  const file = PLACES['path file'](operation.tag, operation.operationId);
  const methods: PathItem = parse(readFileSync(file, 'utf8'));
  const told = methods[operation.method.toLowerCase()];

  describe(operation.operationId, () => {
    test('its file holds it, under its tag, and nothing else', () => {
      assert.deepEqual(Object.keys(methods), [operation.method.toLowerCase()]);
      assert.deepEqual(told?.tags, [tagOf(file)]);
      assert.equal(told?.operationId, idOf(file));
    });

    test('it has a summary, a description and a security rule', () => {
      assert.match(told?.summary ?? '', /^[A-Z].{5,}[^.]$/);
      assert.match(told?.description ?? '', /^[A-Z].{20,}/s);
      assert.deepEqual(told?.security, operation.access === 'public' ? [] : [{ apikey: [] }]);
    });

    test('its body and its success have examples', () => {
      const success = told?.responses[operation.status];
      for (const one of [told?.requestBody, success].filter((one) => one !== undefined))
        assert.ok(Object.keys(mainContent(one.content)?.examples ?? {}).length > 0);
      assert.ok(success);
    });

    test('it tells of the errors that it can have, and of no others', () => {
      const takesBody = told?.requestBody !== undefined;
      const needed = errorsOf(operation, takesBody || told?.parameters !== undefined, takesBody);
      const errors = Object.keys(told?.responses ?? {}).filter(
        (status) => status !== String(operation.status),
      );
      assert.deepEqual(
        errors.filter((status) => !MORE.includes(status) || needed.includes(status)).sort(),
        needed.sort(),
      );
    });
  });
}
