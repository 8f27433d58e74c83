import NIOCore

/// Lets go of a connection whose other end takes nothing for as long as `patience`: its hold on memory ends with it.
///
/// What waits to be sent is bounded by the channel's high-water mark, and who reads slowly but reads is never cut off:
/// each time the backlog has gone down the time begins anew.
final class StalledReaders: ChannelInboundHandler {
    typealias InboundIn = NIOAny

    private let patience: TimeAmount
    private var waiting: Scheduled<Void>?

    init(patience: TimeAmount) {
        self.patience = patience
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        waiting?.cancel()
        waiting = nil
        let channel = context.channel
        if !channel.isWritable {
            waiting = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting?.cancel()
        context.fireChannelInactive()
    }
}
