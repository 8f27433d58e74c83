import Catalog
import Codes
import Kernel

// English words for what Chinese pages say with `chinese`.

extension PowerCategory: Bilingual {
    var english: String {
        switch self {
        case .license: "License"
        case .penalty: "Penalty"
        case .coercion: "Coercion"
        case .levy: "Levy"
        case .grant: "Grant"
        case .inspection: "Inspection"
        case .confirmation: "Confirmation"
        case .reward: "Reward"
        case .adjudication: "Adjudication"
        case .other: "Other power"
        case .requisition: "Requisition"
        case .registration: "Registration"
        case .charge: "Charge"
        case .publicService: "Public service"
        }
    }
}

extension ItemStanding: Bilingual {
    var english: String {
        switch self {
        case .imported: "Imported, not confirmed"
        case .unpublished: "Not published"
        case .published: "Published"
        case .exempt: "Exempt from publication"
        case .abolished: "Abolished"
        }
    }
}

extension ExerciseLevel: Bilingual {
    var english: String {
        switch self {
        case .nation: "Nation"
        case .province: "Province"
        case .city: "City"
        case .county: "County"
        case .township: "Township"
        case .village: "Village"
        }
    }
}

extension Period: Bilingual {
    var english: String {
        let word =
            switch unit {
            case .workingDay: "working day"
            case .calendarDay: "day"
            case .hour: "hour"
            case .month: "month"
            }
        return "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}

extension Material.Necessity: Bilingual {
    var english: String {
        switch self {
        case .required: "Yes"
        case .conditional: "Under a condition"
        case .optional: "No"
        }
    }
}

extension Material.Form: Bilingual {
    var english: String {
        switch self {
        case .electronic: "Electronic"
        case .paper: "Paper"
        case .either: "Electronic or paper"
        }
    }
}

extension Material.Source: Bilingual {
    var english: String {
        switch self {
        case .applicant: "Applicant"
        case .authority: "Issued by an authority"
        case .shared: "Fetched by the agency"
        case .form: "Made from the online form"
        }
    }
}
