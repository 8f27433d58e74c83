/// The name of a supervision rule, as findings, parameters and statistics cite it.
package enum RuleCode: String, Hashable, Sendable, Codable, CaseIterable {
    case remind = "TIM-REMIND"
    case yellow = "TIM-YELLOW"
    case red = "TIM-RED"
    case accept = "TIM-ACCEPT"
    case node = "TIM-NODE"
    case serve = "TIM-SERVE"
    case repeatedCorrection = "FLW-MULTICORR"
    case suspensionOverrun = "FLW-SUSPEND-OVERRUN"
    case decisionDocument = "CNT-DECISION"
    case reasons = "CNT-REASONS"
    case publishedLate = "PUB-LATE"
    case refused = "OTH-REFUSED"
}
