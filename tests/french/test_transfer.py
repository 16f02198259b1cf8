"""A word replaced by another in the same form."""

from __future__ import annotations

import pytest

from mtfix.french.elision import join
from mtfix.french.lexicon import Gender, Tense
from mtfix.french.transfer import replace_noun, replace_verb

VERBS = [
    # tenses, persons, voices
    ("a appelé", "convoquer", "a convoqué"),
    ("a convoqué", "appeler", "a appelé"),
    ("appelait", "convoquer", "convoquait"),
    ("appellera", "convoquer", "convoquera"),
    ("auraient appelé", "convoquer", "auraient convoqué"),
    ("dirent", "affirmer", "affirmèrent"),
    ("fait", "rendre", "rend"),
    ("ont été appelées", "convoquer", "ont été convoquées"),
    ("est convoquée", "appeler", "est appelée"),
    ("sera délivré", "prononcer", "sera prononcé"),
    ("être délivrés", "prononcer", "être prononcés"),
    ("convoquées", "arrêter", "arrêtées"),
    ("appeler", "convoquer", "convoquer"),
    ("d’appeler", "convoquer", "de convoquer"),
    ("de convoquer", "appeler", "d’appeler"),
    ("en appelant", "convoquer", "en convoquant"),
    ("ayant appelé", "convoquer", "ayant convoqué"),
    ("avoir appelé", "convoquer", "avoir convoqué"),
    ("eut appelé", "convoquer", "eut convoqué"),
    # pronominal verbs and auxiliaries
    ("s’est senti", "faire l’effet de", "a fait l’effet de"),
    ("s’est sentie", "faire l’effet de", "a fait l’effet de"),
    ("se sentir", "faire l’effet de", "faire l’effet de"),
    ("a appelé", "s’adresser à", "s’est adressé à"),
    ("ont appelé", "s’adresser à", "se sont adressés à"),
    ("elles ont appelé", "s’adresser à", "elles se sont adressées à"),
    ("nous appelons", "s’adresser à", "nous nous adressons à"),
    ("vous appelez", "s’adresser à", "vous vous adressez à"),
    ("ayant appelé", "s’adresser à", "s’étant adressé à"),
    ("avoir appelé", "s’adresser à", "s’être adressé à"),
    ("pour nous appeler", "s’adresser à", "pour nous adresser à"),
    ("nous nous sommes sentis", "partir", "nous sommes partis"),
    ("a quitté", "s’en aller", "s’en est allé"),
    ("quitte", "s’en aller", "s’en va"),
    ("elles ont réalisé", "se rendre compte", "elles se sont rendu compte"),
    ("elles sont arrivées", "se succéder", "elles se sont succédé"),
    ("elle est allée", "partir", "elle est partie"),
    ("est monté", "descendre", "est descendu"),
    ("a monté", "descendre", "a descendu"),
    ("il a remporté", "l’emporter sur", "il l’a emporté sur"),
    # negation, adverbs, pronouns
    ("n’a pas encore appelé", "convoquer", "n’a pas encore convoqué"),
    ("n’a pas encore appelé", "mettre en œuvre", "n’a pas encore mis en œuvre"),
    ("n’appelle pas encore", "mettre en œuvre", "ne met pas encore en œuvre"),
    ("ne pas appeler", "convoquer", "ne pas convoquer"),
    ("aurait en effet appelé", "convoquer", "aurait en effet convoqué"),
    ("a été très vite adressée", "envoyer", "a été très vite envoyée"),
    ("n’en ont jamais parlé", "discuter", "n’en ont jamais discuté"),
    ("l’a appelée", "convoquer", "l’a convoquée"),
    ("les a appelés", "convoquer", "les a convoqués"),
    ("j’appelle", "convoquer", "je convoque"),
    ("je convoque", "appeler", "j’appelle"),
    ("je n’ai pas adressé", "aborder", "je n’ai pas abordé"),
    ("qu’il appelle", "convoquer", "qu’il convoque"),
    # questions, imperatives, modal verbs
    ("a-t-il appelé", "s’adresser à", "s’est-il adressé à"),
    ("appelle-t-il", "finir", "finit-il"),
    ("dit-elle", "affirmer", "affirme-t-elle"),
    ("appelez", "s’adresser à", "adressez-vous à"),
    ("n’appelez pas", "s’adresser à", "ne vous adressez pas à"),
    ("vont appeler", "convoquer", "vont convoquer"),
    ("nous devons appeler", "s’adresser à", "nous devons nous adresser à"),
    ("n’aurait jamais dû être délivré", "prononcer", "n’aurait jamais dû être prononcé"),
    # phrases
    ("ont été appliquées", "mettre en œuvre", "ont été mises en œuvre"),
    ("ont été publiées", "rendre public", "ont été rendues publiques"),
    ("elle a assisté", "être présent à", "elle a été présente à"),
    # what the group looks like
    ("Il appelle", "s’en prendre à", "Il s’en prend à"),
    ("n'a pas appelé", "s’en prendre à", "ne s'en est pas pris à"),
    ("A appelé", "convoquer", "A convoqué"),
]


@pytest.mark.parametrize(("old", "new", "expected"), VERBS)
def test_verb(old: str, new: str, expected: str) -> None:
    assert replace_verb(old, new) == expected


@pytest.mark.parametrize(
    ("old", "lemma", "new", "expected"),
    [
        ("a eu lieu", "avoir lieu", "se tenir", "s’est tenu"),
        ("n’a pas lieu", "avoir lieu", "se tenir", "ne se tient pas"),
        ("prendra place", "prendre place", "se dérouler", "se déroulera"),
        ("sont basés", "être basé", "siéger", "siègent"),
        ("est concernée par", "être concerné par", "s’inquiéter de", "s’inquiète de"),
        ("était en charge de", "être en charge de", "s’occuper de", "s’occupait de"),
        ("faisaient sens", "faire sens", "être logique", "étaient logiques"),
        ("Il n’y a pas", "y avoir", "exister", "Il n’existe pas"),
        ("a dû être mis en œuvre", "mettre en œuvre", "appliquer", "a dû être appliqué"),
    ],
)
def test_phrase_as_what_is_replaced(old: str, lemma: str, new: str, expected: str) -> None:
    assert replace_verb(old, new, lemma) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ont été convoquées", "s’adresser à"),  # no passive
        ("ont été arrêtés", "faire l’objet de"),
        ("les ont appelés", "s’adresser à"),  # no place for the object
        ("l’a soutenu", "apporter son soutien à"),
        ("a appelé", "table"),
        ("la table", "convoquer à"),
        ("", "convoquer"),
        ("a appelé", ""),
    ],
)
def test_no_way_to_replace(old: str, new: str) -> None:
    assert replace_verb(old, new) is None


@pytest.mark.parametrize(
    ("tense", "expected"), [("", "que je fais"), ("pres", "que je fais"), ("subj", "que je fasse")]
)
def test_the_tense_of_an_ambiguous_form(tense: Tense, expected: str) -> None:
    assert replace_verb("que j’appelle", "faire", tense=tense) == expected


@pytest.mark.parametrize(("gender", "expected"), [("", "s’est adressé à"), ("f", "s’est adressée à")])
def test_the_gender_of_the_subject(gender: Gender, expected: str) -> None:
    assert replace_verb("a appelé", "s’adresser à", gender=gender) == expected


def test_contraction_behind_the_group() -> None:
    replaced = replace_verb(["a", "appelé"], "s’adresser à")
    assert replaced is not None
    assert join((replaced, "le", "maire")) == "s’est adressé au maire"


NOUNS = [
    ("une adresse importante", "discours", "un discours important"),
    ("l’adresse", "discours", "le discours"),
    ("le discours", "adresse", "l’adresse"),
    ("de l’adresse présidentielle", "discours", "du discours présidentiel"),
    ("du discours", "adresse", "de l’adresse"),
    ("au héros", "héroïne", "à l’héroïne"),
    ("cette adresse", "hôtel", "cet hôtel"),
    ("ce cas important", "affaire", "cette affaire importante"),
    ("les cas", "affaire", "les affaires"),
    ("de la belle maison", "hôtel", "du bel hôtel"),
    ("aux vieilles maisons", "hôtel", "aux vieux hôtels"),
    ("des adresses importantes et très attendues", "discours", "des discours importants et très attendus"),
    ("de nombreuses opportunités", "avantage", "de nombreux avantages"),
    ("son discours", "allocution", "son allocution"),
    ("sa librairie", "école", "son école"),
    ("mon école", "librairie", "ma librairie"),
    ("tous les efforts", "tentative", "toutes les tentatives"),
    ("quelle adresse", "discours", "quel discours"),
    ("aucune évidence", "élément de preuve", "aucun élément de preuve"),
    ("trois nouvelles adresses", "discours", "trois nouveaux discours"),
    ("le premier et dernier discours", "allocution", "la première et dernière allocution"),
    (
        "sa nouvelle adresse à la nation",
        "allocution télévisée",
        "sa nouvelle allocution télévisée à la nation",
    ),
    (
        "les évidences présentées par la police",
        "élément de preuve",
        "les éléments de preuve présentés par la police",
    ),
    ("cette librairie fermée depuis hier", "établissement", "cet établissement fermé depuis hier"),
    ("ce grand ministre français", "actrice", "cette grande actrice française"),
    ("du personnel", "effectifs", "des effectifs"),
    ("l’ancien président", "dirigeante", "l’ancienne dirigeante"),
    ("Une adresse", "discours", "Un discours"),
    ("l'administration", "entreprise", "l'entreprise"),
    ("d’administration", "gouvernement", "de gouvernement"),
]


@pytest.mark.parametrize(("old", "new", "expected"), NOUNS)
def test_noun(old: str, new: str, expected: str) -> None:
    assert replace_noun(old, new) == expected


def test_noun_with_its_head_named() -> None:
    assert replace_noun("un de ses bureaux", "agence", head="bureau") == "une de ses agences"
    assert replace_noun("la Maison-Blanche", "gouvernement", head="Maison-Blanche") == "le gouvernement"


def test_noun_with_its_gender_named() -> None:
    assert replace_noun("le cas", "poste", gender="f") == "la poste"
    assert replace_noun("le cas", "poste") == "le poste"


@pytest.mark.parametrize(("old", "new"), [("très vite", "discours"), ("", "discours")])
def test_no_noun_to_replace(old: str, new: str) -> None:
    assert replace_noun(old, new) is None
