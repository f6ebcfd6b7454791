#include "crypto/circle/safety_words.h"

#include "crypto/primitives/hash.h"

namespace bredvid::circle {
namespace {

constexpr std::array<std::string_view, kSafetyWordCount> kWords{
    "afton",   "alm",     "ankare",   "anka",      "apelsin",  "april",    "arm",       "ask",     "askkopp",
    "atlas",   "avsats",  "backe",    "bad",       "badkar",   "bagare",   "bakelse",   "balkong", "ballong",
    "banan",   "band",    "bana",     "bank",      "barn",     "basker",   "bastu",     "berg",    "besök",
    "betong",  "bild",    "biljett",  "björk",     "björn",    "blad",     "blixt",     "block",   "blomma",
    "bläck",   "blåbär",  "boll",     "bok",       "bokhylla", "bomull",   "bonde",     "bord",    "borg",
    "borste",  "botten",  "bredd",    "brev",      "bricka",   "bro",      "broms",     "brunn",   "brygga",
    "bräda",   "bröd",    "buss",     "buske",     "butik",    "byrå",     "båge",      "båt",     "bäck",
    "bägare",  "bälte",   "bänk",     "bär",       "bäver",    "bön",      "böna",      "börs",    "cello",
    "choklad", "cirkel",  "cirkus",   "citron",    "cykel",    "dagg",     "dal",       "damm",    "dans",
    "dator",   "deg",     "dill",     "dike",      "disk",     "docka",    "doft",      "dotter",  "dragspel",
    "dricka",  "dröm",    "droppe",   "duk",       "dusch",    "duva",     "dyna",      "dörr",    "dagbok",
    "eka",     "eld",     "element",  "enbär",     "ekorre",   "faktor",   "familj",    "fasan",   "fest",
    "ficka",   "fikon",   "film",     "fiol",      "fisk",     "fjord",    "fjäder",    "fjäll",   "fjäril",
    "flagga",  "flaska",  "flicka",   "fluga",     "flod",     "flöjt",    "flygel",    "fläder",  "form",
    "foto",    "frost",   "frukt",    "fråga",     "fru",      "frö",      "frisör",    "fyr",     "fågel",
    "fåtölj",  "färg",    "färja",    "fält",      "fönster",  "gaffel",   "galge",     "gardin",  "garn",
    "gata",    "gitarr",  "glas",     "glasögon",  "glass",    "glädje",   "granne",    "grind",   "gris",
    "groda",   "grotta",  "gryta",    "gräs",      "grädde",   "gröt",     "grönsak",   "guld",    "gunga",
    "gurka",   "gård",    "gås",      "gåva",      "gädda",    "gäst",     "hagel",     "hall",    "hallon",
    "halm",    "halsduk", "hammare",  "hamn",      "hand",     "handske",  "hare",      "havre",   "hatt",
    "hink",    "himmel",  "hjort",    "hjul",      "hjälm",    "hjärta",   "hopp",      "horn",    "hotell",
    "humla",   "hund",    "hus",      "hylla",     "hage",     "hälsa",    "häst",      "höna",    "höst",
    "ingång",  "isbit",   "igelkott", "jacka",     "januari",  "jord",     "jordgubbe", "juice",   "juli",
    "juni",    "juvel",   "jul",      "järn",      "jägare",   "kaffe",    "kaka",      "kajak",   "kalender",
    "kamel",   "kamera",  "kam",      "kanal",     "kanin",    "kanot",    "kapten",    "karta",   "kartong",
    "kassa",   "katt",    "kavaj",    "kedja",     "kikare",   "kilo",     "kiosk",     "kista",   "kjol",
    "klocka",  "klöver",  "knapp",    "kniv",      "knut",     "kock",     "kola",      "kompass", "konst",
    "kopp",    "korg",    "kotte",    "krabba",    "krage",    "krita",    "krona",     "kruka",   "kryss",
    "kudde",   "kulle",   "kula",     "kung",      "kust",     "kvarn",    "kvast",     "kväll",   "kyrka",
    "källa",   "kälke",   "kärra",    "kök",       "körsbär",  "lager",    "lampa",     "land",    "larm",
    "lax",     "ledare",  "lek",      "lera",      "leende",   "lilja",    "linjal",    "linne",   "ljung",
    "luft",    "lykta",   "lunch",    "lås",       "läkare",   "lärka",    "lärare",    "läsk",    "lök",
    "löpare",  "maj",     "majs",     "makrill",   "mandel",   "mango",    "mantel",    "maskin",  "matta",
    "melon",   "metall",  "minne",    "minut",     "mjöl",     "mjölk",    "modell",    "morgon",  "morot",
    "mor",     "mossa",   "motor",    "moln",      "mugg",     "mun",      "museum",    "musik",   "myra",
    "mynt",    "mård",    "måne",     "målare",    "mössa",    "natt",     "nejlika",   "nyckel",  "nål",
    "näbb",    "näsa",    "olja",     "ost",       "orgel",    "osthyvel", "oxe",       "pall",    "panna",
    "papper",  "paraply", "park",     "penna",     "peppar",   "persika",  "piano",     "pilot",   "pinne",
    "pipa",    "planka",  "plats",    "plommon",   "plånbok",  "pojke",    "polis",     "port",    "potatis",
    "präst",   "prins",   "punkt",    "pussel",    "päls",     "pärla",    "päron",     "pärm",    "rabarber",
    "radio",   "raket",   "regn",     "ren",       "resa",     "ridå",     "ring",      "ris",     "ros",
    "rot",     "rum",     "russin",   "rygg",      "råg",      "råd",      "räka",      "räv",     "röst",
    "ruta",    "sadel",   "saft",     "sal",       "sallad",   "salt",     "sand",      "sax",     "segel",
    "sekund",  "siffra",  "sil",      "silver",    "sjal",     "sjö",      "skal",      "skata",   "sked",
    "skepp",   "skida",   "skjorta",  "sko",       "skog",     "skola",    "skruv",     "skugga",  "skåp",
    "skål",    "sköld",   "slott",    "släde",     "smed",     "smultron", "smör",      "snigel",  "snö",
    "socka",   "socker",  "sol",      "sommar",    "spade",    "spegel",   "spel",      "spik",    "spis",
    "stad",    "stall",   "stege",    "stekpanna", "sten",     "stig",     "stjärna",   "stol",    "storm",
    "strand",  "strumpa", "strut",    "ström",     "stuga",    "säng",     "såg",       "såpa",    "säl",
    "säck",    "söder",   "tak",      "tall",      "tavla",    "te",       "telefon",   "termos",  "tiger",
    "timme",   "torg",    "torn",     "torsk",     "tråd",     "träd",     "trappa",    "trast",   "tratt",
    "trea",    "trumma",  "trumpet",  "tröja",     "tvål",     "tåg",      "tång",      "tält",    "tärna",
    "tomat",   "ugn",     "uggla",    "ull",       "ungdom",   "val",      "valross",   "vas",     "vass",
    "vatten",  "vecka",   "vete",     "vind",      "vinter",   "viol",     "visa",      "vision",  "vagn",
    "våg",     "våffla",  "vår",      "väg",       "vägg",     "väska",    "väst",      "yta",     "yxa",
    "åker",    "åra",     "ål",       "åska",      "älg",      "älv",      "äng",       "ängel",   "äpple",
    "ärla",    "ärta",    "öga",      "ödla",      "öken",     "örn",      "öra",       "öster",
};

}  // namespace

std::string_view safety_word(std::size_t index) {
  return kWords[index % kSafetyWordCount];
}

std::array<std::string_view, 3> safety_words(ByteView epoch_authenticator) {
  const Bytes hash = crypto::sha256(concat({bytes_of("bredvid words v1"), epoch_authenticator}));
  std::array<std::string_view, 3> words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i] = safety_word(static_cast<std::size_t>(hash[2 * i]) << 8 | hash[2 * i + 1]);
  }
  return words;
}

}  // namespace bredvid::circle
