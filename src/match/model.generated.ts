/** Made by `npm run train`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = {
  version: 3,
  data: "541 judged pairs of reuse-dev.jsonl, document frequencies of 23905 articles of SaudiNewsNet, a group of copies counted once",
  collection: {
    reuse: {
      intercept: -4.7382,
      coefficients: {
        densest: 7.6435,
        bestPassage: 0.61698,
        replaced: -5.5553,
      },
    },
    whole: {
      intercept: -6.9181,
      coefficients: {
        distinctiveLess: 8.523,
        distinctiveMore: 2.4838,
        formula: 0.24078,
        template: -1.4734,
      },
    },
    related: {
      intercept: -3.2106,
      coefficients: {
        leadLess: 7.7755,
        leadMore: 3.3982,
        bothLeads: -0.73828,
        template: -3.6111,
        days: -0.92784,
      },
      threshold: 0.30988,
    },
    relatedUndated: {
      intercept: -5.2455,
      coefficients: {
        leadLess: 8.4732,
        leadMore: 4.1339,
        bothLeads: -0.78807,
        template: -3.5043,
      },
      threshold: 0.30704,
    },
  },
  bare: {
    reuse: {
      intercept: -5.8462,
      coefficients: {
        densest: 6.9332,
        bestPassage: 0.71509,
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
    related: {
      intercept: -2.526,
      coefficients: {
        leadLess: 3.9464,
        leadMore: 2.3937,
        bothLeads: -0.47601,
        template: 0,
        days: -0.97149,
      },
      threshold: 0.33708,
    },
    relatedUndated: {
      intercept: -4.5838,
      coefficients: {
        leadLess: 3.8391,
        leadMore: 3.2495,
        bothLeads: -0.38858,
        template: 0,
      },
      threshold: 0.25606,
    },
  },
};
