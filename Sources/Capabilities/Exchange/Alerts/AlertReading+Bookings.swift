import Bookings
import EventLog
import Kernel

extension AlertReading {
    /// Who booked a window hears that it is booked, when it is near, and when the agency closed the time.
    func booked(_ fact: BookingEvent, _ event: RecordedEvent) throws -> [Told] {
        let key = event.envelope.stream.key
        let booking = try reading.state(Booking.self, key).state
        guard let number = booking.number, let mobile = booking.booker?.mobile,
            let words = try words(for: fact, of: booking)
        else { return [] }
        return [
            Told(
                recipient: .booker(key),
                act: event.envelope.command.correlation,
                about: number,
                item: booking.items.first?.name ?? "",
                words: words,
                at: event.envelope.recordedAt,
                mail: nil,
                mobile: mobile
            )
        ]
    }

    /// The end of a sentence that begins with the booking; `nil` for what nobody needs to hear.
    private func words(for fact: BookingEvent, of booking: Booking) throws -> String? {
        let setting = try reading.serviceWindow(booking.window)?.setting
        let place = setting.map { "\($0.hall) \($0.name)" } ?? booking.agencyName
        let time = "\(booking.day.chinese) \(booking.slot.text)，\(place)"
        return switch fact {
        case .made: "已约定：\(time)"
        case .moved: "已改期：\(time)"
        case .reminded: "的时间快到了：\(time)"
        case .displaced(let displaced): "因窗口停办已取消（\(displaced.reason)），原定\(time)"
        // Who did it knows it.
        case .canceled, .received, .missed, .lapsed: nil
        }
    }
}
