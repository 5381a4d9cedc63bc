/** jsonld comes without types; tests use this much of it. */
declare module "jsonld" {
  const jsonld: {
    toRDF(
      document: unknown,
      options: { documentLoader: (url: string) => never; safe: boolean },
    ): Promise<unknown>;
  };
  export default jsonld;
}
