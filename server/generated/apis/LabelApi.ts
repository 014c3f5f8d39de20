// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { HandleLabelBody, HandleLabelResponse, Label } from '../models/index.ts';

export interface FindLabelsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface HandleLabelInput {
  path: { instance: string };
  query: Record<string, never>;
  body: HandleLabelBody;
}

export interface LabelApi<Context> {
  /** GET /label/findLabels/{instance}: List the labels */
  findLabels(input: FindLabelsInput, ctx: Context): Promise<Array<Label>>;
  /** POST /label/handleLabel/{instance}: Put a label on a chat, or take it off */
  handleLabel(input: HandleLabelInput, ctx: Context): Promise<HandleLabelResponse>;
}
