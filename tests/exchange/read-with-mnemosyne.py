"""Imports an Anki package with Mnemosyne, twice, and prints what it holds then: a JSON list of cards."""

import json
import sys
import tempfile

from mnemosyne.script import Mnemosyne

# An import asks for nothing and shows its progress: neither matters here.
from mnemosyne.script import ScriptMainWidget

for name in ("show_information", "set_progress_text", "set_progress_range",
             "set_progress_update_interval", "increase_progress", "close_progress"):
    setattr(ScriptMainWidget, name, lambda self, *values: None)


def fail(self, text):
    raise RuntimeError(text)


ScriptMainWidget.show_error = fail

with tempfile.TemporaryDirectory() as folder:
    mnemosyne = Mnemosyne(folder)
    anki = next(each for each in mnemosyne.component_manager.all("file_format")
                if type(each).__name__ == "Anki2")
    for path in sys.argv[1:]:
        anki.do_import(path)
    database = mnemosyne.database()
    cards = [database.card(card_id, is_id_internal=True)
             for card_id, _ in database.cards()]
    print(json.dumps([
        {
            "guid": card.fact.id,
            "front": card.fact.data["0"],
            "back": card.fact.data["1"],
            "tags": sorted(tag.name for tag in card.tags),
            "question": card.question("plain_text"),
            "isNew": card.grade == -1,
        }
        for card in cards
    ]))
    mnemosyne.finalise()
