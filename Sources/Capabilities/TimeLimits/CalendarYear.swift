package import Kernel

/// The notice by which a government fixed the rest days and make-up working days of a year.
package struct CalendarNotice: Hashable, Sendable {
    package let title: String
    /// The document number (文号); `nil` where we have not seen it.
    package let number: String?

    package init(title: String, number: String?) {
        self.title = title
        self.number = number
    }

    /// The form in which decisions cite it: title, then number in brackets.
    package var citation: String {
        number.map { "《\(title)》（\($0)）" } ?? "《\(title)》"
    }
}

/// A day that differs from the rule "Monday to Friday are working days", and by which notice.
package struct SpecialDay: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case holiday
        /// A Saturday or Sunday worked in exchange for a holiday (调休上班).
        case workday
    }

    package let day: Day
    package let kind: Kind
    /// The festival it belongs to: 春节.
    package let occasion: String
    package let notice: CalendarNotice

    package init(day: Day, kind: Kind, occasion: String, notice: CalendarNotice) {
        self.day = day
        self.kind = kind
        self.occasion = occasion
        self.notice = notice
    }
}

/// What is known about one year's rest days, in one revision.
///
/// A year's notice may reach back into the last days of December before it.
package struct CalendarYear: Hashable, Sendable {
    package enum Standing: Hashable, Sendable {
        /// The notice for the year is out; later notices (an extension, a day of remembrance) raise the revision.
        case announced(revision: Int)
        /// No notice yet: weekends and the statutory days only, and every deadline in it is provisional.
        case provisional
    }

    package let year: Int
    package let standing: Standing
    package let days: [SpecialDay]

    package init(year: Int, standing: Standing, days: [SpecialDay]) {
        self.year = year
        self.standing = standing
        self.days = days
    }

    package var isProvisional: Bool { standing == .provisional }
}
