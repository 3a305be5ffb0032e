"""The rules of subdistricts."""

from oracle.conferences import every_category_came, met
from oracle.days import Period
from oracle.rules import Subjects, must, should

SUBDISTRICTS = Subjects(
    type="Subdistrict",
    present=lambda situation: situation.tables.subdistricts,
    place=lambda subdistrict, _: subdistrict,
    rules=(must("SUB1", Period.QUARTER)(met), should("SUB2", Period.HALF_YEAR)(every_category_came)),
)
