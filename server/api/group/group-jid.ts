import { badRequest } from '../../errors.ts';

interface Named {
  groupJid?: string | undefined;
}

/**
 * The group that a request names, in its body or else in its query; `@g.us` may be left out.
 *
 * @throws HttpError 400 when it names none
 */
export function groupJidOf(query: Named, body: Named = {}): string {
  const given = (body.groupJid || query.groupJid || '').trim();
  const id = given.replace(/@g\.us$/, '');
  if (!/^\d[\d-]*$/.test(id)) throw given ? notAGroup(given) : noGroup();
  return `${id}@g.us`;
}

/** The words of the contract (wire-contract 1.3). */
const noGroup = () =>
  badRequest('The group id needs to be informed in the query', 'ex: "groupJid=120362@g.us"');

const notAGroup = (given: string) => badRequest(`"${given}" is not the JID of a group`);
