"""What all parts of the model share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen piece of the policy that refuses keys it does not know and does not guess types.

    Strict: ``1.10`` is never read as text and ``"1"`` never as a number, so that nothing changes on its way in.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True, populate_by_name=True
    )
