"""Intake: bytes of a delivery -> its profile and its rows as text."""

from transforms.intake.archives import extract_member, zip_members
from transforms.intake.county_said import check_county_said
from transforms.intake.cut_off import maybe_cut_off
from transforms.intake.feed_months import in_order_of_months
from transforms.intake.fields import ENTERPRISE_FIELDS, RECORD_FIELDS
from transforms.intake.planning import plan_delivery
from transforms.intake.plans import DeliveryPlan, Figure, SheetPlan
from transforms.intake.profiles import Profile, parse_profile
from transforms.intake.raw_rows import raw_batches
from transforms.intake.sidecars import Sidecar, parse_sidecar
from transforms.intake.synonyms import Synonyms, parse_synonyms

__all__ = [
    "ENTERPRISE_FIELDS",
    "RECORD_FIELDS",
    "DeliveryPlan",
    "Figure",
    "Profile",
    "SheetPlan",
    "Sidecar",
    "Synonyms",
    "check_county_said",
    "extract_member",
    "in_order_of_months",
    "maybe_cut_off",
    "parse_profile",
    "parse_sidecar",
    "parse_synonyms",
    "plan_delivery",
    "raw_batches",
    "zip_members",
]
