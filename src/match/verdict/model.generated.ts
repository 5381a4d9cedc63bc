/** Made by `npm run train`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = {
  version: 15,
  data: "1582 judged pairs of reuse-dev.jsonl, reuse-live.jsonl, stories.jsonl, document frequencies of 23905 articles of SaudiNewsNet, a group of copies counted once; for what a rewriting is worth the pairs of corpus/truth.jsonl, a quarter each, and of test/gold/rewritten.jsonl, too; for few documents, bare pairs and the same news the first of these files and all pairs of corpus/",
  many: {
    reuse: {
      intercept: -6.1816,
      coefficients: {
        densest: 4.1331,
        newsDensity: 4.2743,
        newsCoverage: 5.5667,
        spread: -0.50609,
        replaced: -18.792,
        commonShare: 3.0471,
        rewriting: 1.2035,
        retold: 0.42472,
      },
    },
    whole: {
      intercept: -10.206,
      coefficients: {
        distinctiveLess: 11.097,
        distinctiveMore: 4.4476,
        formula: 0.13301,
        template: -1.8727,
      },
    },
  },
  few: {
    reuse: {
      intercept: -5.2099,
      coefficients: {
        densest: 6.2684,
        bestPassage: 0.40783,
        replaced: -21.809,
        commonShare: 3.3744,
        rewriting: 4.7623,
        retold: 0.9521,
      },
    },
    whole: {
      intercept: -7.6646,
      coefficients: {
        distinctiveLess: 9.0342,
        distinctiveMore: 2.9793,
        formula: 0.23338,
        template: -1.3703,
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
      intercept: -3.8601,
      coefficients: {
        leads: 9.3248,
        otherEvent: -14.825,
        otherPlaces: -1.371,
        closeness: 1.4265,
      },
    },
    few: {
      intercept: -2.8703,
      coefficients: {
        leads: 0.32989,
        otherEvent: -15.1,
        otherPlaces: -0.045741,
        closeness: 2.0411,
        together: 3.6167,
        samePlaces: 1.4348,
      },
    },
  },
};
