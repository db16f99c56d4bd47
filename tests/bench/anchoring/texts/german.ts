// Für diese Messung geschrieben; Orte und Menschen sind erfunden. Written for this benchmark.
import type { Text } from '../passages.ts';

export const german: readonly Text[] = [
  {
    language: 'de',
    title: 'Stausee',
    names: ['Grünau', 'Talsperre'],
    paragraphs: [
      'Der Gemeinderat von Grünau hat am Mittwochabend beschlossen, das Wasser der alten Talsperre um vier Meter abzusenken. Die Mauer, die seit 1912 das Tal verschließt, zeigt nach Angaben der Gutachter an drei Stellen feuchte Flecken, die im Frühjahr noch nicht zu sehen waren. Eine Gefahr für die Häuser unterhalb bestehe nicht, heißt es in dem Bericht.',
      '„Wir senken ab, weil wir nachsehen wollen, nicht weil wir Angst haben“, sagte Bürgermeisterin Petra Lohmeyer in der überfüllten Turnhalle. Rund dreihundert Menschen waren gekommen, viele von ihnen Angler und Besitzer kleiner Boote. Sie wollten vor allem wissen, wie lange der See ein Schlammloch bleiben werde und wer ihnen die Liegeplätze ersetzt.',
      'Die Talsperre versorgt vier Städte mit Trinkwasser und ein Kraftwerk mit Strom. Während der Arbeiten soll das Wasser aus einem Stollen kommen, der im Krieg gegraben und danach vergessen wurde. Ein Schüler hatte ihn vor sechs Jahren auf einer Karte im Heimatmuseum entdeckt. Seither wurde er gereinigt, vermessen und mit neuen Rohren versehen.',
      'Fachleute der Technischen Hochschule haben in der Mauer achtzig Messgeräte angebracht, die jede Bewegung melden. Bisher rührte sich der Bau um weniger als einen Millimeter. Beunruhigend sei nur, dass er es nicht im Takt der Jahreszeiten tue, erklärte der Leiter der Gruppe. Stein dehne sich im Sommer aus und ziehe sich im Winter zusammen; diese Mauer mache es seit dem Herbst umgekehrt.',
      'In Grünau erinnert man sich noch an das Jahr 1958, als nach tagelangem Regen das Wasser über die Krone lief. Damals wurde der untere Teil des Ortes geräumt, und die Kühe standen zwei Nächte lang auf dem Friedhof. Passiert ist am Ende nichts. Ein Gedenkstein mit einer Kuh erinnert daran, und zu jedem Fest wird ihm ein Kranz umgehängt.',
      'Die Kosten der Untersuchung betragen nach erster Schätzung sechs Millionen Euro. Das Land will die Hälfte übernehmen, wenn die Gemeinde bis zum Sommer einen Plan vorlegt. Petra Lohmeyer nannte das Angebot anständig, aber knapp: Allein die Straße, auf der die schweren Maschinen fahren sollen, müsse für eine Million befestigt werden.',
      'Naturschützer sehen in der Absenkung eine Gelegenheit. An den Ufern könnten sich Pflanzen ansiedeln, die es sonst nur an wilden Flüssen gibt, und für Watvögel wäre der Schlamm ein gedeckter Tisch. Sie baten darum, das Wasser langsam abzulassen, höchstens zehn Zentimeter am Tag, damit die Muscheln mitwandern können. Der Rat hat dem zugestimmt.',
      'Weniger gelassen ist der Wirt des Strandcafés, der im Mai eröffnen wollte. Er hat Tische für zweihundert Gäste bestellt und einen Steg gebaut, der nun ins Leere führt. „Vielleicht kommen die Leute ja, um das Loch zu sehen“, sagte er. Auf dem Grund des Sees liegen die Reste einer Mühle und einer Brücke, die seit mehr als hundert Jahren niemand betreten hat.',
      'Die Archäologen des Landesamts stehen schon bereit. Sie hoffen, unter der Brücke den Beginn eines Weges zu finden, der in Urkunden des Mittelalters erwähnt wird. Für ihre Arbeit bleiben ihnen elf Wochen. Danach soll das Wasser wieder steigen, sofern die Mauer der Talsperre gesund ist. Ist sie es nicht, wird das Tal für mehrere Jahre trocken bleiben.',
      'Eine Bürgergruppe verlangt, dann über einen Abriss zu reden. Das Kraftwerk liefere kaum noch Strom, und Trinkwasser gebe es auch im Nachbartal genug. Im Rat von Grünau fand der Vorschlag nur zwei Stimmen. Doch die Gruppe hat angekündigt, Unterschriften zu sammeln, und für den nächsten Samstag eine Wanderung auf den Grund des Sees angemeldet.',
    ],
  },
  {
    language: 'de',
    title: 'Nachtzug',
    names: ['Nordbahn', 'Jonas Breitner', 'Wesselburg'],
    paragraphs: [
      'Die Nordbahn nimmt im Dezember wieder Nachtzüge auf, zunächst zwischen Wesselburg und der Küste. Zwölf Jahre lang hatte das Unternehmen erklärt, niemand wolle mehr im Zug schlafen. Nun sind die Fahrkarten für die ersten drei Wochen vergeben, und vor den Schaltern in Wesselburg bildete sich am Montag eine Schlange bis auf den Vorplatz.',
      'Die Wagen sind alt, aber frisch gestrichen. Die Nordbahn hat sie von einer Gesellschaft gekauft, die damit Pilger beförderte, und in der eigenen Werkstatt umgebaut. Jedes Abteil hat jetzt eine Steckdose, ein Schloss und ein Fenster, das sich öffnen lässt. Auf das Fenster habe er bestanden, sagte Vorstand Jonas Breitner, denn wer nachts fährt, wolle das Land riechen.',
      'Jonas Breitner war selbst lange Schlafwagenschaffner. Er erzählt gern von dem Geiger, der zwischen zwei Grenzen ein ganzes Konzert gab, und von der Ärztin, die bei voller Fahrt ein Kind zur Welt brachte. Solche Geschichten verkaufen Fahrkarten, das weiß er. Die Zahlen seien freilich auch nicht schlecht: Ab einer Auslastung von sechzig Prozent trage sich der Zug.',
      'Kritik kommt von den Anwohnern der Strecke. Sie fürchten den Lärm der alten Bremsen und verweisen auf ein Gutachten, das ihnen vor fünf Jahren leisere Wagen versprach. Die Bahn antwortet, die Bremsen seien getauscht worden, und lädt für den nächsten Freitag zu einer Probefahrt ein. Gemessen wird von einem Büro, das beide Seiten gemeinsam ausgesucht haben.',
      'Verkehrsforscher halten das Vorhaben für mutig, aber nicht für verrückt. Auf Strecken zwischen achthundert und zwölfhundert Kilometern könne der Nachtzug mit dem Flugzeug mithalten, wenn er pünktlich sei und nicht mehr koste als ein Zimmer. Schwieriger werde es mit den Gleisen: Nachts wird gebaut, und wer baut, der sperrt.',
      'Gerade daran waren frühere Versuche gescheitert. Im letzten Winter vor der Einstellung kam jeder dritte Zug mit mehr als einer Stunde Verspätung an, einmal stand er bis zum Mittag in einem Wald, und die Feuerwehr brachte Suppe. Die Nordbahn hat sich nun vertraglich zusichern lassen, dass immer eines von zwei Gleisen frei bleibt. Was geschieht, wenn es nicht so ist, steht im Anhang.',
      'Das Frühstück liefert eine Bäckerei, die um drei Uhr morgens auf halber Strecke an den Zug kommt. Der Bäcker, ein ruhiger Mann mit mehligen Brauen, hat dafür zwei Leute eingestellt. Acht Minuten hat er Zeit, um vierhundert Tüten zu verladen. Bei der Probe schaffte er es in sechs, und der Lokführer bekam das erste Brötchen.',
      'Gewerkschaften hatten um die Ruhezeiten gestritten. Vereinbart ist jetzt, dass die Schaffner nach jeder Nacht einen ganzen Tag frei haben und in einer Wohnung der Bahn schlafen können. Dreißig Stellen waren ausgeschrieben, beworben haben sich elfhundert Menschen. Viele gaben an, sie seien es leid, am Tag zu arbeiten.',
      'Ob weitere Linien folgen, soll im Frühjahr entschieden werden. In Wesselburg hängt bereits ein Plan, auf dem gestrichelte Striche in den Süden und den Osten führen. Jonas Breitner bat darum, ihn nicht zu fotografieren. Am nächsten Morgen war er in allen Zeitungen, und in drei Städten verlangten die Bürgermeister einen Halt.',
      'Der erste Zug wird am zehnten Dezember um 21.40 Uhr abfahren. Ein Chor soll singen, aber nur bis zum Anfahren, denn danach beginnt die Nachtruhe. Wer an der Küste aussteigt, sieht im Winter noch zwei Stunden lang die Sterne. Die Nordbahn verteilt dazu eine Karte des Himmels, auf deren Rückseite der Fahrplan der Rückfahrt steht.',
    ],
  },
  {
    language: 'de',
    title: 'Orgel',
    names: ['St. Veit', 'Orgel'],
    paragraphs: [
      'In der Kirche St. Veit ist am Sonntag eine Orgel erklungen, die hundertdreißig Jahre lang geschwiegen hatte. Sie stand hinter einer Bretterwand auf der Empore, ohne Pfeifen, wie man glaubte, und diente dem Mesner als Schrank für Kerzen. Erst beim Umbau der Heizung zeigte sich, dass fast alles noch da war.',
      'Hanna Kellermann, die das Instrument wieder hergestellt hat, arbeitete vier Jahre daran. Sie fand die kleinsten Pfeifen in einer Kiste mit Christbaumschmuck, die mittleren unter dem Dach und die größten als Regenrohr am Pfarrhaus. „Jede hat gewusst, wohin sie gehört“, sagte sie. „Man musste sie nur anblasen und zuhören.“',
      'Gebaut wurde die Orgel um 1740 von einem Meister, dessen Name nicht überliefert ist. Er hatte eine Vorliebe für tiefe, raue Stimmen, und er sparte am Zinn. Deshalb klingen manche Töne ein wenig heiser. Die Gemeinde entschied nach langer Beratung, daran nichts zu ändern, obwohl ein Spender neue Pfeifen bezahlt hätte.',
      'Warum das Instrument verstummte, erzählt ein Brief im Archiv. Der Pfarrer von 1893 hielt es für zu laut und kaufte ein Harmonium. Um die Bauern nicht zu verärgern, ließ er die Orgel nicht abreißen, sondern zumauern, und er schrieb, sie sei vom Wurm zerfressen. Davon kann keine Rede sein: Das Holz ist gesund, nur die Bälge waren von Mäusen benagt.',
      'Zum ersten Konzert kamen so viele Menschen, dass die Türen offen bleiben mussten. Auf dem Kirchplatz saßen Zuhörer auf Bierbänken und Mauern, und der Verkehr wurde umgeleitet. Gespielt wurde zuerst ein einzelner Ton, so lange, bis er in jeder Ecke von St. Veit angekommen war. Danach war es einen Augenblick lang still, und dann lachte jemand vor Freude.',
      'Die Kosten lagen bei knapp neunhunderttausend Euro. Ein Drittel trug das Land, den Rest brachten die Bewohner mit Flohmärkten, Patenschaften und einem Kalender auf, für den sich die Freiwillige Feuerwehr in Orgelpfeifen fotografieren ließ. Hanna Kellermann hat für die letzten sechs Monate keine Rechnung geschrieben. Sie sagt, das gehe niemanden etwas an.',
      'Musiker aus mehreren Ländern haben sich angemeldet. Sie reizt vor allem die Stimmung, die älter ist als die heute übliche: Manche Akkorde klingen reiner als auf jedem Klavier, andere so schief, dass man sie meidet. Ein Organist aus dem Norden verglich das mit einem Dorf, in dem nicht jeder mit jedem redet.',
      'Die Fachwelt streitet unterdessen über das Alter einer einzelnen Pfeife. Sie trägt eine Jahreszahl, die hundert Jahre vor dem Bau der Kirche liegt. Entweder hat der Meister sie aus einem anderen Instrument übernommen, oder jemand hat sich einen Scherz erlaubt. Das Metall soll nun im Labor untersucht werden; die Pfeife fehlt so lange, und ein Holzrohr vertritt sie.',
      'Für den Mesner ändert sich am meisten. Er hat keinen Schrank mehr, dafür einen Schlüssel, der so lang ist wie sein Unterarm. Jeden Morgen öffnet er damit die Bälge und lässt die Orgel eine Minute lang atmen, wie es im Vertrag steht. Die Dohlen im Turm von St. Veit haben sich daran gewöhnt, die Touristen noch nicht.',
      'Im Herbst soll eine Aufnahme erscheinen, die auch die Nebengeräusche zeigt: das Klappern der Tasten, das Ächzen der Bälge, den Regen auf dem Dach. Das Geld aus dem Verkauf ist für die Glocken bestimmt. Eine von ihnen hat einen Sprung, und es heißt, auch sie habe ein Pfarrer für zu laut befunden.',
    ],
  },
];
