/// What kind of value an input or output has; raw values are the names DMN gives the types.
package enum FEELType: String, Hashable, Sendable, Codable, CaseIterable {
    case number
    case string
    case boolean
    case date
    case time
    case dateTime = "date and time"
    case daysDuration = "days and time duration"
    case monthsDuration = "years and months duration"
}
