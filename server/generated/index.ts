// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

export * from './apis/index.ts';
export * from './models/index.ts';
