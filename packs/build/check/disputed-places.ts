// Where country-coder's borders and the claim of a record may differ, each looked at by a person: what a record may
// claim within a box of degrees, and why. A box is no opinion on whose the place is.

interface DisputedPlace {
  /** The code that a record may claim here although the borders say otherwise. */
  readonly claimedBy: string;
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly why: string;
}

export const DISPUTED_PLACES: readonly DisputedPlace[] = [
  {
    claimedBy: 'UA',
    south: 44.3,
    west: 32.4,
    north: 46.3,
    east: 36.7,
    why: 'Crimea: GeoNames files it under Ukraine, as the UN General Assembly sees it; the borders put it in Russia',
  },
  {
    claimedBy: 'EH',
    south: 20.7,
    west: -17.2,
    north: 27.7,
    east: -8.6,
    why: 'Western Sahara: a territory to the United Nations and to GeoNames; the borders put what Morocco holds of it in Morocco',
  },
];
