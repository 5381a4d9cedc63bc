/** Made by `npm run train:news`; do not edit. */
import type { NewsModel } from "./model.js";

export const NEWS_MODEL: NewsModel = {
  version: 1,
  data: "150 judged pairs of thirteen Egyptian outlets and 504 of SaudiNewsNet, judged as bare pairs",
  intercept: -6.312,
  coefficients: {
    cosine: 1.1802,
    jaccard: 1.6776,
    containment: 0.27541,
    lead: 0.29854,
    title: 2.6457,
    bestSupport: 1.1826,
    letters: 2.8116,
    lettersContained: 2.7072,
    otherFigures: -0.21722,
    closeness: 0.83848,
  },
};
