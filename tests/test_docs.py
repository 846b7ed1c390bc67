"""What people read is complete and true: every message, option, command and field, and every example."""

import ast
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner
from mkdocs.config.base import ValidationError
from pydantic import ValidationError as Invalid

from tests.catalogues import publication
from user_engagement import frameworks, messages, yaml_source
from user_engagement.cli import main
from user_engagement.embedding import Embed, embed
from user_engagement.field_reference import field_reference
from user_engagement.loading import load
from user_engagement.mkdocs_plugin import UserEngagementConfig
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Method, Part, Practice, Statement
from user_engagement.model.entry import parts
from user_engagement.problems import Problem
from user_engagement.site import check

ROOT = Path(__file__).parents[1]
ABOUT = ROOT / "docs" / "about"
PACKAGE = ROOT / "plugins" / "user_engagement"
