// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { CreatedInstanceSeed, CreatedInstanceV2 } from './index.ts';

/** What a create answers. A request with `integration` gets `CreatedInstanceV2`, a request without it
`CreatedInstanceSeed`. They differ in `hash` and in `instance.status`.
 */
export type CreatedInstance = CreatedInstanceSeed | CreatedInstanceV2;
