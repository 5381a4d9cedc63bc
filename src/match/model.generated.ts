/** Made by `npm run train`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = {
  version: 11,
  data: "541 judged pairs of reuse-dev.jsonl, document frequencies of 23905 articles of SaudiNewsNet, a group of copies counted once; for what a rewriting is worth the pairs of corpus/truth.jsonl too, a quarter each; for what is related in few documents all pairs of corpus/",
  collection: {
    reuse: {
      intercept: -5.2099,
      coefficients: {
        densest: 6.2684,
        bestPassage: 0.40782,
        replaced: -21.806,
        commonShare: 3.3744,
        rewriting: 5.6776,
      },
    },
    whole: {
      intercept: -6.954,
      coefficients: {
        distinctiveLess: 8.5441,
        distinctiveMore: 2.5085,
        formula: 0.23992,
        template: -1.4737,
      },
    },
  },
  bare: {
    reuse: {
      intercept: -5.5274,
      coefficients: {
        densest: 6.2475,
        bestPassage: 0.48552,
      },
    },
    whole: {
      intercept: -9.0695,
      coefficients: {
        distinctiveLess: 8.8802,
        distinctiveMore: 4.1989,
        formula: 0,
        template: 0,
      },
    },
  },
  related: {
    many: {
      intercept: -3.8591,
      coefficients: {
        leads: 9.322,
        otherEvent: -14.818,
        otherPlaces: -1.3856,
        closeness: 1.4264,
      },
    },
    few: {
      intercept: -3.642,
      coefficients: {
        leads: 1.4958,
        otherEvent: -14.693,
        otherPlaces: 0.26936,
        closeness: 2.1434,
        together: 3.6108,
        samePlaces: 0.51894,
      },
    },
  },
};
