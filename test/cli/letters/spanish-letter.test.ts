/** A letter in Spanish, from its template to its file. */
import { expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { letterWorld } from "./letter-world.ts";

it("is started, read, linted, fixed, signed and written in Spanish", async () => {
  const world = await letterWorld({
    campaign: "Sin contratos con la policía",
    demands: ["drop-contracts", "require-subpoenas"],
  });
  const answers = world.file(
    "answers.json",
    JSON.stringify({ answerBy: "2026-12-15", otherwise: "refuse", place: "Riverton" }),
  );
  const name = ["--language", "es", "--name", "carta"] as const;
  expect(await world.play("letter", "start", "employer-demands", ...name, "--from", answers))
    .toMatchInlineSnapshot(`
    "$ pledge letter start employer-demands --language es --name carta --from ~/answers.json
    carta is started, with 2 demands.
    ! Read it with "pledge letter preview carta"; change it with
    ! "pledge letter edit carta".
    [exit 0]"
  `);
  expect(await world.play("letter", "preview", "carta")).toMatchInlineSnapshot(`
    "$ pledge letter preview carta
    Riverton, 22 de noviembre de 2026

    Para: Dana Roe, Chief Executive Officer, Example Corp

    Trabajamos en Engineering, en Example Corp, y exigimos que la empresa deje de
    poner en manos de la policía nuestro trabajo y los datos de quienes lo usan. La
    gente nos confía su vida privada, y nada de lo que hacemos debe volverse contra
    ella.

    Dirán ustedes: «Estos contratos son legales, y si los dejamos se los llevará la
    competencia». Quizá las dos cosas sean ciertas, y ninguna es razón para hacerlo.

    Exigimos lo siguiente, cada cosa con su fecha:

    1. Terminar todos los contratos con cuerpos policiales. Para el 15 de marzo de
       2027: todos han terminado, no hay más ofertas y una lista pública da producto
       y valor de cada uno.
    2. No entregar a la policía nada de nadie sin citación, orden o mandamiento
       firmado por un juez. Para el 14 de enero de 2027: unas reglas publicadas lo
       exigen, con mandamiento para contenidos y ubicación, y con aviso a la
       persona. La empresa se opone a las órdenes de callar y publica cuántas
       solicitudes recibe.

    La empresa debe hacer de esto una norma pública y hacerla cumplir, también a
    contratistas y revendedores.

    Esperamos un sí o un no a cada punto, por escrito y para toda la plantilla, a
    más tardar el 15 de diciembre de 2026.

    Si no hay respuesta, o es no, dejaremos todo trabajo que sirva a la policía
    hasta que se cumpla lo que exigimos.

    Actuamos en común. Nadie puede sufrir represalias por firmar, por actuar según
    esta carta o por negarse a este trabajo.

    ! A draft: nobody can sign it before "pledge letter freeze carta".
    ! Once the 21 people who pledged to sign have signed it, it shows 4 names, 5 by
    ! role and more than 10 others; supporters: 1 name.
    ! Names held back: 16
    !   8 asked to be a number only
    !   5 asked to be shown by role and team, and are
    !   3 asked to be shown by role and team, and are a number
    !   Such lines stand for whole fives of people, and not for nearly a whole team.
    ! Left out, which is fine: respondent, furtherStep, companyWords,
    ! workingConditions, contact and copies.
    [exit 0]"
  `);
  expect(await world.play("letter", "lint", "carta")).toMatchInlineSnapshot(`
    "$ pledge letter lint carta
    line 13: missing-facts: no fact about what the company does. To tell what is
      public, record it with "pledge fact add" and choose it with
      "pledge letter edit carta".
    line 13: missing-company-words: no words of the company's own. To quote what
      the company promised, answer companyWords: "pledge letter edit carta".
    line 24: missing-contact: no contact. To give an address outside the company's
      systems, answer contact: "pledge letter edit carta".
    [exit 1]"
  `);
  // What is changed later stays in the letter's language.
  await done(world, "letter", "edit", "carta", "--demands", "--set", "otherwise=");
  await done(world, "letter", "freeze", "carta", "--yes");
  await done(world, "confirm", "zoe", "--yes");
  expect(await world.play("letter", "write", "carta", "--format", "txt")).toMatchInlineSnapshot(`
    "$ pledge letter write carta --format txt
    Riverton, 22 de noviembre de 2026

    Para: Dana Roe, Chief Executive Officer, Example Corp

    Trabajamos en Engineering, en Example Corp, y exigimos que la empresa
    deje de poner en manos de la policía nuestro trabajo y los datos de
    quienes lo usan. La gente nos confía su vida privada, y nada de lo que
    hacemos debe volverse contra ella.

    A 22 de noviembre de 2026, ha firmado esta carta 1 persona que trabaja
    en Engineering.

    Dirán ustedes: «Estos contratos son legales, y si los dejamos se los
    llevará la competencia». Quizá las dos cosas sean ciertas, y ninguna es
    razón para hacerlo.

    Exigimos lo siguiente, cada cosa con su fecha:

    1. Terminar todos los contratos con cuerpos policiales. Para el 15 de
       marzo de 2027: todos han terminado, no hay más ofertas y una lista
       pública da producto y valor de cada uno.
    2. No entregar a la policía nada de nadie sin citación, orden o
       mandamiento firmado por un juez. Para el 14 de enero de 2027: unas
       reglas publicadas lo exigen, con mandamiento para contenidos y
       ubicación, y con aviso a la persona. La empresa se opone a las
       órdenes de callar y publica cuántas solicitudes recibe.

    La empresa debe hacer de esto una norma pública y hacerla cumplir,
    también a contratistas y revendedores.

    Esperamos un sí o un no a cada punto, por escrito y para toda la
    plantilla, a más tardar el 15 de diciembre de 2026.

    Actuamos en común. Nadie puede sufrir represalias por firmar, por actuar
    según esta carta o por negarse a este trabajo.

    Firmantes
    ---------

    Zoë Voorbeeld, Designer

    Los puestos, equipos y entidades se indican solo a efectos de
    identificación.
    ! 20 people pledged to sign and did not sign this text, so the letter leaves them
    ! out: "pledge letter write carta --reask".
    ! The letter has 4 faults: "pledge letter lint carta".
    [exit 0]"
  `);
  expect(JSON.parse(await done(world, "letter", "list", "--json"))).toMatchObject({
    letters: [{ name: "carta", template: "employer-demands", ownTemplate: false, language: "es" }],
  });
});
