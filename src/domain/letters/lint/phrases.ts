/**
 * The words by which a block is known in a text that no question of a template fills: English and Spanish. In other
 * languages the rules that go by words are silent, rather than wrong. Patterns are for `folded` text: no capitals, no
 * accents.
 */
export interface Phrases {
  /** A first line that names whom it is written to; the group is who. */
  readonly addressee: RegExp;
  /** Addressees that are nobody in particular. */
  readonly nobody: RegExp;
  readonly who: RegExp;
  readonly ask: RegExp;
  readonly principle: RegExp;
  readonly defence: RegExp;
  readonly answer: RegExp;
  readonly policy: RegExp;
  readonly enforced: RegExp;
  readonly condition: RegExp;
  readonly announcement: RegExp;
  readonly punishment: RegExp;
  readonly negation: RegExp;
  readonly people: RegExp;
  readonly subpoena: RegExp;
  readonly judge: RegExp;
  /** What could join two demands in one sentence. */
  readonly joint: RegExp;
  /** That it does: long, and so only asked where there is a joint. */
  readonly secondVerb: RegExp;
  readonly steps: Readonly<Record<string, RegExp>>;
  readonly insideWords: RegExp;
  readonly release: RegExp;
}

const verbs =
  "(?:accept|adopt|allow|apologi[sz]e|ban|bid|bind|build|cancel|cease|close|collect|commit|contest|cut|delete|destroy|disclose|dissolve|divest|draft|drop|encrypt|end|enforce|establish|fire|forbid|fund|give|guarantee|hand|hire|honou?r|invest|keep|let|limit|make|name|negotiate|notify|oppose|pause|pay|pledge|prohibit|promise|protect|prove|publish|reduce|refuse|reject|release|remove|renew|repeal|report|require|resist|revoke|sell|set|share|sign|stop|support|suspend|tell|terminate|withdraw)";

const en: Phrases = {
  addressee: /^(?:to|dear|attn|attention)\b:? ?(.*)$/u,
  nobody:
    /^(?:the (?:leadership|management|company|board)|whom|everyone|everybody|all|leadership|management|sirs?|madam|team|colleagues|friends|executives)\b/u,
  who: /\b(?:(?:we|i|who) (?:\S{1,30} ){0,6}(?:work|drive|live|teach)|workers?|employees?|staff|engineers?|residents?|members? of|we are|i am|undersigned)\b/u,
  ask: /\b(?:demand|ask|call (?:on|upon|for)|require|want|insist|urge|request|must|vote)\b/u,
  principle:
    /\b(?:must|should|ought|rights?|trust|believe|refuse|will not be|cannot be|never be|harm|safe|safety|wrong|fair|justice|dignity|complicit|responsible)\b/u,
  defence:
    /\b(?:you|the company|management|leadership|they|some|it) (?:may|might|will|could|can|have|has|often) (?:answer|sa(?:y|id)|reply|replied|argued?|respond|object|tell|told|claim|be said)|\b(?:usual|expected) (?:answer|defen[cs]e|objection)/u,
  answer: /\b(?:answer|answers|reply|respond|response|hear from)\b/u,
  policy: /\bpolic(?:y|ies)\b/u,
  enforced: /\b(?:publish|published|enforce|enforced|adopt|written|binding|rules?)\b/u,
  condition: /\b(?:if|otherwise|unless|until|should (?:you|the company|there))\b/u,
  announcement: /\bwe(?:'ll| will| shall| are (?:ready|prepared|going)| have pledged)\b/u,
  punishment: /\b(?:retaliat\w*|punish\w*|disciplin\w*|repris\w*|dismiss\w*|fired)\b/u,
  negation: /\b(?:no|nobody|none|not|never|without|any|free from|guarantee)\b/u,
  people:
    /(?:(?<![\d,.])\d[\d,.]*|\b(?:(?:(?:a|one|two|three|several|many) )?(?:dozens?|hundreds?|thousands?)|ten|twelve|fifteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty))(?: ?%| percent| per cent)?(?: of (?:the|our|all))?(?: \S{1,30})? ?(?:of us\b|\bof our\b|\b(?:workers|employees|colleagues|co-?workers|signatories|signers|engineers|members)\b|\bpeople (?:who )?(?:have )?(?:sign|pledge|work|here)|\bothers (?:sign|who))/u,
  subpoena: /\bsubpoena(?:s|ed)?\b/u,
  judge: /\b(?:judges?|courts?|judicial|administrative)\b/u,
  joint: /;|\band /u,
  secondVerb: new RegExp(`;|\\band (?:then |also |to |never |not )?${verbs}\\b`, "u"),
  steps: {
    refuse: /\b(?:refuse|stop all work that|not do (?:this|the|that) work|down tools on)\b/u,
    walkout: /\b(?:walk out|walkout|walk off)\b/u,
    strike:
      /\b(?:strike|stop work altogether|withhold (?:all )?(?:our )?labou?r|stop all work\b(?! that))/u,
  },
  insideWords: /\bintranet\b|\binternal (?:mail|e-?mail|address|chat|channel|wiki|system|forum)/u,
  release: /\bfor immediate release\b/u,
};

const es: Phrases = {
  addressee:
    /^(?:a la atencion de|para|a|estimad[oa@]s?|querid[oa@]s?|distinguid[oa@]s?)\b:? ?(.*)$/u,
  nobody:
    /^(?:(?:la |el |los |las |toda la |al )?(?:direccion|gerencia|empresa|junta|equipo|consejo)|quien|tod[oa]s|senor(?:es|as)?\b$|l directivos)\b/u,
  who: /\b(?:trabajamos|trabajador\w*|emplead\w*|plantilla|somos|vivimos|vecin\w*|nosotr\w*|quienes)\b/u,
  ask: /\b(?:exig\w*|ped(?:imos|ir)|pido|reclam\w*|solicit\w*|demand\w*|llam(?:amos|o) a|inst(?:amos|o)|quer(?:emos)|debe\w*|vot\w*)\b/u,
  principle:
    /\b(?:debe\w*|derechos?|confi\w*|creemos|nos negamos|no (?:puede\w*|queremos|seremos|vamos)|dano|segur\w*|justic\w*|dignidad|complic\w*|responsab\w*)\b/u,
  defence:
    /\b(?:diran?|respondera\w*|alegara\w*|contestara\w*|objetara\w*)\b|\b(?:pueden?|podrian?|podran?|quizas?|tal vez|suelen?) (?:que )?(?:nos )?(?:respond|contest|deci|dig|aleg|objet)/u,
  answer: /\b(?:respond\w*|respuestas?|contest\w*)\b/u,
  policy: /\b(?:politicas?|norma)\b/u,
  enforced:
    /\b(?:public\w*|publiqu\w*|cumpl\w*|aplic\w*|apliqu\w*|adopt\w*|escrit\w*|vinculante|haga\w* cumplir)\b/u,
  condition: /\b(?:si|de lo contrario|en caso contrario|salvo que|hasta que|a menos que)\b/u,
  announcement: /\b(?!queremos\b)(?:\w+remos|vamos a|estamos (?:list|dispuest)\w+)\b/u,
  punishment: /\b(?:represali\w*|sancion\w*|castig\w*|desp(?:id|ed)\w*)\b/u,
  negation: /\b(?:nadie|ningun\w*|sin|no|nunca|ni)\b/u,
  people:
    /(?:(?<![\d,.])\d[\d.,]*|\b(?:decenas|cientos|miles|centenares|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|cien))(?: ?%| por ciento)?(?: de(?: (?:l[oa]s|nuestr[oa]s))?)?(?: \S{1,30})? ?\b(?:nosotr[oa]s|trabajador\w*|emplead\w*|companer\w*|colegas|firmantes|ingenier\w*|de la plantilla|personas (?:que )?(?:han |hemos )?(?:firm|trabaj)\w*)/u,
  subpoena: /\bcitaci(?:on|ones)\b|\bsubpoenas?\b/u,
  judge: /\b(?:juez|jueza|jueces|juezas|judicial\w*|tribunal\w*|juzgado|administrativ\w*)\b/u,
  joint: /;|\b[ye] /u,
  secondVerb:
    /;|\b[ye] (?:no )?(?:(?!hogar|lugar|poder|mujer|taller|alquiler|deber|bienestar|militar|particular)\w{2,}(?:ar|er|ir)(?:se|l[oa]s?)?|(?:acab|adopt|anul|aplic|cancel|cifr|destruy|dej|elimin|exij|garantic|haga|ponga|prohib|proteja|publiqu|rechac|renunci|retir|rindan|rompa|termin)(?:e|en|an|a|n)?)\b/u,
  steps: {
    refuse: /\b(?:nos negaremos|dejaremos (?:todo )?(?:el |de hacer )?trabajo que|no haremos)\b/u,
    walkout: /\b(?:saldremos|abandonaremos (?:el|nuestr\w*) (?:trabajo|puestos?)|paro)\b/u,
    strike: /\b(?:huelga|dejaremos de trabajar|pararemos del todo)\b/u,
  },
  insideWords: /\bintranet\b|\b(?:correo|canal|chat|foro|sistema) intern[oa]\b/u,
  release: /\bpara (?:su )?(?:difusion|publicacion) inmediata\b/u,
};

/** By the primary tag of a BCP 47 language. */
export const phrasesIn = (language: string): Phrases | undefined => {
  const primary = language.toLowerCase().split("-")[0];
  if (primary === "en") return en;
  return primary === "es" ? es : undefined;
};
