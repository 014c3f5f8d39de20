import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRoutes, type Route } from '../../server/http/routes.ts';

const ROUTES: Route[] = [
  { method: 'GET', path: '/' },
  { method: 'POST', path: '/login' },
  { method: 'POST', path: '/shop/open' },
  { method: 'GET', path: '/shop/open/{name}' },
  { method: 'GET', path: '/shop/open/{name}/{day}' },
];
const find = createRoutes(ROUTES.map((route) => [route, `${route.method} ${route.path}`]));

/** A request, where it leads, and the parameters. */
const FOUND: [string, string, string, object][] = [
  ['GET', '/', 'GET /', {}],
  ['HEAD', '/', 'GET /', {}],
  ['POST', '/login/', 'POST /login', {}],
  ['POST', '/Shop/OPEN', 'POST /shop/open', {}],
  ['GET', '/shop/open/A%20b', 'GET /shop/open/{name}', { name: 'A b' }],
  ['GET', '/shop/open/a/%2F/', 'GET /shop/open/{name}/{day}', { name: 'a', day: '/' }],
];

for (const [method, path, target, params] of FOUND) {
  test(`${method} ${path} leads to ${target}`, () =>
    assert.deepEqual(find(method, path), { target, params }));
}

for (const [method, path] of [
  ['POST', '/'],
  ['GET', '/shop'],
  ['GET', '/shop/open'],
  ['GET', '/shop/open//'],
  ['GET', '/shop/open//b'],
  ['GET', '/shop/open/a/b/c'],
  ['GET', '/shop//open/a'],
  ['POST', '/login//'],
  ['GET', '/__proto__'],
] as const) {
  test(`${method} ${path} leads nowhere`, () => assert.equal(find(method, path), undefined));
}

test('what is not percent-encoding is an error, where it is a parameter', () => {
  assert.throws(() => find('GET', '/shop/open/%'), URIError);
  assert.equal(find('GET', '/shop/%/a'), undefined);
});

test('a path of another shape cannot be a route', () => {
  for (const path of ['/shop/{name}/open', '/shop/open/now/{name}'] as const) {
    assert.throws(() => createRoutes([[{ method: 'GET', path }, 1]]), /not 2 words and then parameters/);
  }
});
