import Casework
package import Processes

/// What the law of a case's own procedure says where one rule asks the same of every category.
///
/// A finding cites the article of its own category. Where no law speaks of the category itself, the article that is
/// applied by analogy stands there as such (参照), as in the frames of processes.
package struct ProceduralLaw: Hashable, Sendable {
    private let category: ProcessDefinition.Category

    package init(_ category: ProcessDefinition.Category) {
        self.category = category
    }

    /// Returns the law of an item's category; which procedure of a penalty it was, the process would say.
    ///
    /// - Parameter nationalCode: of the category, as `02`.
    package init(nationalCode: String) {
        category =
            switch nationalCode {
            case "01": .licensing
            case "02": .penalty
            case "03": .coerciveMeasure
            case "04": .levy
            case "05": .grant
            case "06": .inspection
            case "07": .confirmation
            case "08": .reward
            case "09": .adjudication
            default: .other
            }
    }

    /// Within how many working days a decision is to be served, and by which article.
    package struct Serving: Hashable, Sendable {
        /// Zero: handed over on the day it is made.
        package let workingDays: Int
        package let article: String
    }

    /// `nil` where the law names no days of its own: there the step of the process has its limit (TIM-NODE).
    ///
    /// - Source: Administrative License Law (行政许可法) art. 44, 82; Administrative Penalty Law (行政处罚法) art. 52, 61, 85
    ///   (seven days are working days).
    package var service: Serving? {
        switch category {
        case .licensing: Serving(workingDays: 10, article: "行政许可法§44")
        case .penalty, .penaltyHearing: Serving(workingDays: 7, article: "行政处罚法§61")
        case .penaltySimple: Serving(workingDays: 0, article: "行政处罚法§52")
        case .coerciveMeasure, .freezing, .coerciveExecution, .substituteExecution, .courtEnforcement, .inspection,
            .levy, .charge, .grant, .confirmation, .adjudication,
            .reward, .requisition, .registration, .other:
            nil
        }
    }

    /// The article by which a decision is made in writing.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 38; Administrative Penalty Law (行政处罚法) art. 52, 59;
    ///   Administrative Coercion Law (行政强制法) art. 24, 31, 37, 51, 55; 国办发〔2018〕118号 part 3.
    package var document: String {
        switch category {
        case .licensing: "行政许可法§38"
        case .penalty, .penaltyHearing: "行政处罚法§59"
        case .penaltySimple: "行政处罚法§52"
        case .coerciveMeasure: "行政强制法§24"
        case .freezing: "行政强制法§31"
        case .coerciveExecution: "行政强制法§37"
        case .substituteExecution: "行政强制法§51"
        case .courtEnforcement: "行政强制法§55"
        case .inspection, .levy, .charge, .grant, .confirmation, .adjudication, .reward, .requisition, .registration,
            .other:
            "国办发〔2018〕118号三"
        }
    }

    /// The article by which two officers act together.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 34, 56; Administrative Penalty Law (行政处罚法) art. 42, 55;
    ///   Administrative Coercion Law (行政强制法) art. 18(2); 突发事件应对法 art. 12; 国办发〔2018〕118号.
    package var twoOfficers: String {
        switch category {
        case .licensing: "行政许可法§34"
        case .penalty, .penaltyHearing, .penaltySimple: "行政处罚法§42"
        case .coerciveMeasure, .freezing: "行政强制法§18(二)"
        case .coerciveExecution, .substituteExecution, .courtEnforcement: "参照行政强制法§18(二)"
        case .inspection: "行政处罚法§55"
        case .registration: "行政许可法§56"
        case .requisition: "突发事件应对法§12"
        case .reward: "国办发〔2018〕118号"
        case .levy, .charge, .grant, .confirmation, .adjudication, .other: "参照行政许可法§34"
        }
    }

    /// The article by which only certified officers act.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 42; Administrative Coercion Law (行政强制法) art. 17;
    ///   国办发〔2018〕118号 二(七).
    package var certificate: String {
        switch category {
        case .penalty, .penaltyHearing, .penaltySimple: "行政处罚法§42"
        case .coerciveMeasure, .freezing: "行政强制法§17"
        case .licensing, .coerciveExecution, .substituteExecution, .courtEnforcement, .inspection, .levy, .charge,
            .grant, .confirmation, .adjudication, .reward,
            .requisition, .registration, .other:
            "国办发〔2018〕118号二"
        }
    }

    /// The article by which a decision is made public.
    ///
    /// - Source: 国办发〔2018〕118号; Administrative License Law (行政许可法) art. 40; Administrative Penalty Law (行政处罚法)
    ///   art. 48.1.
    package var publication: String {
        switch category {
        case .licensing: "行政许可法§40；国办发〔2018〕118号"
        case .penalty, .penaltyHearing, .penaltySimple: "行政处罚法§48；国办发〔2018〕118号"
        case .coerciveMeasure, .freezing, .coerciveExecution, .substituteExecution, .courtEnforcement, .inspection,
            .levy, .charge, .grant, .confirmation, .adjudication,
            .reward, .requisition, .registration, .other:
            "国办发〔2018〕118号"
        }
    }

    /// The article by which an agency collects money that was not paid in time.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 72; Administrative Coercion Law (行政强制法) art. 46, 54.
    package var collection: String {
        switch category {
        case .penalty, .penaltyHearing, .penaltySimple: "行政处罚法§72；行政强制法§46"
        case .licensing, .coerciveMeasure, .freezing, .coerciveExecution, .substituteExecution, .courtEnforcement,
            .inspection, .levy, .charge, .grant, .confirmation,
            .adjudication, .reward, .requisition, .registration, .other:
            "行政强制法§46"
        }
    }

    /// Returns an article of the Administrative License Law as it holds for the category: itself, or by analogy.
    package func licensing(_ article: String) -> String {
        category == .licensing ? article : "参照" + article
    }

    /// Whether it is a penalty, by whichever procedure.
    package var isPenalty: Bool { category.isPenalty }

    /// Whether it is a penalty imposed on the spot.
    package var isSimplePenalty: Bool { category == .penaltySimple }
}
