/** The organisations of the fake server; the second takes part at the open door alone. */
export const ORGANISATION = { kind: 'municipality' as const, name: 'Krisstödet', hours: 'Vardagar 8-16',
  opening: { answer_within_h: 0, eves: 7, times: [], closed: [] } };
export const ASSOCIATION = { ...ORGANISATION, kind: 'association' as const, name: 'Föreningen' };
