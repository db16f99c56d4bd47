// An entry of the reader's own, as a form sends it.
import type { OwnDraft } from '../../../core/knowledge/own/index.ts';

export const NOW = '2026-11-22T10:00:00.000Z';

export const draft: OwnDraft = {
  kind: 'person',
  name: 'Zebulon Quist',
  names: [],
  surname: 'Quist',
  line: 'Envoy',
  note: '',
  geo: null,
};
