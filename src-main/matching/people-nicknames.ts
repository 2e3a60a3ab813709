/** Short forms by which payrolls and apps know the same person. A nickname is a reason to ask, never to merge. */

const FORMS = [
  "abigail abby|alexander alex xander sandro|alexandra alex sandra alexa lexi|alejandro alex ale|alfredo fred fredo|andrew andy drew",
  "andres andy|angela angie|anthony tony|antonio tony tono|barbara barb|beatriz bea betty|benjamin ben benny|bradley brad|caroline carol",
  "catherine kate cathy katie|katherine kate kathy katie kat|charles charlie chuck|christina chris tina christy|christopher chris",
  "concepcion concha|cynthia cindy|daniel dan danny|david dave|deborah deb debbie|dolores lola|donald don|douglas doug|eduardo eddie lalo",
  "edward ed eddie ted|elizabeth liz beth betty lisa eliza|emmanuel manny|enrique henry quique|ernesto ernie|eugene gene|fernando nando",
  "francis frank|francisco frank paco pancho cisco|frederick fred freddy|gabriel gabe|gerald gerry jerry|gregory greg|guadalupe lupe",
  "guillermo william memo|gustavo gus|gwendolyn gwen|harold harry hal|henry hank harry|isabel isa bella|jacob jake|jacqueline jackie",
  "james jim jimmy jamie|javier javi|jeffrey jeff|jennifer jen jenny|jeremiah jeremy jerry|jesus chuy|john jack johnny jon",
  "jonathan jon john nathan|jose joe pepe|joseph joe joey|joshua josh|juan johnny|judith judy|julian jules|kenneth ken kenny|kimberly kim",
  "lawrence larry|leonard leo len|leonardo leo|luis lou|margaret maggie meg peggy|marisol mari sol|matthew matt|maximilian max",
  "melissa missy|mercedes meche|michael mike mikey mick|miguel mike|mohammed mo muhammad mohamed|nathaniel nate nathan|nicholas nick nico",
  "nicolas nick nico|oluwaseun seun|osvaldo ozzie|pamela pam|patricia pat patty tricia|patrick pat paddy|peter pete|philip phil|rafael rafa",
  "ramon monchi|raymond ray|rebecca becky becca|ricardo rick ricky|richard rick rich dick ricky|robert bob rob bobby robbie|roberto bob beto",
  "ronald ron ronnie|rosalind ros rosie|samantha sam|samuel sam sammy|santiago santi|sebastian seb bastian|sergio checo|stephanie steph",
  "stephen steve|steven steve|susan sue susie|teresa terry tere|terrence terry|theodore ted theo|thomas tom tommy|timothy tim",
  "tobias toby|valentina val|veronica vero ronnie|victor vic|victoria vicky tori|vincent vince vinny|virginia ginny|walter walt",
  "william bill will billy liam|xavier javier|zachary zach zack",
];

const families = new Map<string, Set<number>>();
FORMS.flatMap((line) => line.split("|")).forEach((forms, family) => {
  for (const form of forms.split(" ")) {
    const known = families.get(form);
    if (known) known.add(family);
    else families.set(form, new Set([family]));
  }
});

/** Whether two given names can be forms of one. Both in lower case without accents. */
export function areForms(a: string, b: string): boolean {
  const [mine, theirs] = [families.get(a), families.get(b)];
  return mine !== undefined && theirs !== undefined && [...mine].some((family) => theirs.has(family));
}
