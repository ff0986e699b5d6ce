"""Every sentence that is not a label of one screen: refusals, explanations, reports, in Chinese and English."""
