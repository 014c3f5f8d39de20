import type { Operation } from '../generated/index.ts';
import { bodySchema, parameters, propertyOf, resolve, type Schema, type Spec } from './spec.ts';

/**
 * As express-openapi-validator reports it: `/body/webhook/url`, `must be string`, `type.openapi.validation`.
 */
export interface Problem {
  path: string;
  message: string;
  errorCode?: string;
}

/** More would help nobody, and a long array of wrong values would make a longer answer. */
const MOST_PROBLEMS = 20;

/** The library's wording → ours. */
const WORDINGS: [RegExp, string][] = [
  [/^must be (array|integer|object)$/, 'must be an $1'],
  [/^must be (boolean|number|string)$/, 'must be a $1'],
  [/^must be equal to one of the allowed values: /, 'must be one of '],
  [/^must be >= /, 'must be at least '],
  [/^must be <= /, 'must be at most '],
  [/^must NOT have more than /, 'must have at most '],
  [/^must NOT have fewer than 1 (characters|items|properties)$/, 'must not be empty'],
  [/^must NOT have fewer than /, 'must have at least '],
  [/^must NOT have duplicate items.*$/, 'must not have the same item twice'],
  [/^must match format "(.*)"$/, 'must be a valid $1'],
];

/** What a choice of schemas adds to the problems of each of them. */
const SUMMARY = /^must match (exactly one|a) schema in (oneOf|anyOf)$|^must be null$/;

/** One sentence for each field that is wrong, such as `instance.text must be a string`. */
export function describeProblems(problems: Problem[], spec: Spec, operation: Operation): string[] {
  const useful = problems.filter((problem) => !SUMMARY.test(problem.message));
  const chosen = useful.length > 0 ? useful : problems;
  const byField = Map.groupBy(chosen, ({ path }) => path);
  const first = [...byField.values()].slice(0, MOST_PROBLEMS).flatMap((ofField) => ofField.slice(0, 1));
  return first.map((problem) => describe(problem, spec, operation));
}

function describe(problem: Problem, spec: Spec, operation: Operation): string {
  const path = problem.path.split('/').slice(1).map(unescapePointer);
  const keyword = keywordOf(problem);
  if (keyword === 'required') return `${nameOf(path.slice(0, -1))} requires property "${path.at(-1)}"`;
  const schema = schemaAt(path, spec, operation);
  if (keyword === 'minItems' && schema?.['x-empty']) return schema['x-empty'];
  if (keyword !== 'pattern') return `${nameOf(path)} ${reword(problem.message)}`;
  const meaning = schema?.description ?? problem.message;
  return `${nameOf(path)} is not valid: ${meaning.replace(/\s+/g, ' ').trim()}`;
}

function keywordOf(problem: Problem): string {
  return problem.errorCode?.split('.')[0] ?? '';
}

/** The escapes of a JSON pointer (RFC 6901, section 4). */
function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function reword(message: string): string {
  const [pattern, wording] = WORDINGS.find(([candidate]) => candidate.test(message)) ?? [];
  return pattern && wording ? message.replace(pattern, wording) : message;
}

const ROOTS: Record<string, string> = { body: 'instance', params: 'path', headers: 'header' };

/** The body is called `instance`, as clients of Evolution know it. */
function nameOf([place = 'body', ...keys]: string[]): string {
  const root = ROOTS[place] ?? place;
  return root + keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('');
}

function schemaAt([place, ...keys]: string[], spec: Spec, operation: Operation): Schema | undefined {
  if (place === 'body')
    return keys.reduce((at, key) => at && below(at, key, spec), bodySchema(spec, operation));
  const declared = parameters(spec, operation, place === 'query' ? 'query' : 'path');
  const found = declared.find((parameter) => parameter.name === keys[0]);
  return found && resolve(spec, found.schema);
}

function below(schema: Schema, key: string, spec: Spec): Schema | undefined {
  const child = propertyOf(schema, key) ?? schema.items;
  return child && resolve(spec, child);
}
