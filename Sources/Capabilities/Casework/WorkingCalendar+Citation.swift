package import TimeLimits

extension WorkingCalendar {
    /// The version an event cites: division, and the last year whose notice is known.
    package var citation: String {
        let announced = years.last { !$0.isProvisional }
        return "\(division)@\(announced.map { String($0.year) } ?? "statute")"
    }
}
